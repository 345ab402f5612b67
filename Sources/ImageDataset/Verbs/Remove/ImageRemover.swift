internal import ByteText
internal import System

/// Looks up images that are to be removed, and removes them together.
struct ImageRemover {
  private let dataset: Dataset
  private let requester: Requester
  private let isPurging: Bool
  private let index: CatalogIndex
  private let tree: ClassTree
  private var locator: ImageLocator
  private let time = Timestamp(seconds: Clocks.now())
  private var records: [CatalogRecord] = []
  /// What is to be unlinked, in the order it was asked for.
  private var going: [ImagePlace] = []
  private var gone: Set<ImagePlace> = []
  /// Images of which the catalog is to keep nothing.
  private var purged: Set<ImageID> = []
  /// Read when an argument names nothing that is known otherwise.
  private var formerPlaces: FormerPlaces?

  init(_ dataset: Dataset, _ options: RemoveOptions, _ index: CatalogIndex) throws {
    self.dataset = dataset
    requester = options.requester
    isPurging = options.isPurging
    self.index = index
    tree = try ClassTree(dataset)
    locator = ImageLocator(tree)
  }

  /// What will become of a request; changes nothing yet.
  mutating func look(at request: ImageRequest) throws -> RemoveResult {
    do {
      return try found(request)
    } catch var refusal as Refusal {
      refusal.line = request.line
      return .refused(refusal)
    }
  }

  private mutating func found(_ request: ImageRequest) throws -> RemoveResult {
    let place: ImagePlace
    do {
      place = try locator.locate(request)
    } catch let refusal as Refusal {
      guard refusal.code == .notFound else { throw refusal }
      return try absent(request, refusal)
    }
    guard !gone.contains(place) else { return .absent(request, place) }
    let entry = index.entry(for: place)
    let isForced = try requester.needsForce(
      for: entry ?? formerEntry(of: place), in: index, named: request.image)
    try note(place, entry, isForced)
    going.append(place)
    gone.insert(place)
    if isPurging, !index.knowsAnother(than: place), try !isElsewhere(place, entry) {
      purged.insert(place.id)
    }
    return .removed(place)
  }

  /// An image that is nowhere: known from the catalog's history, or perhaps purged.
  private mutating func absent(
    _ request: ImageRequest, _ refusal: Refusal
  ) throws -> RemoveResult {
    let known = index.everKnown(by: request.image, in: dataset)
    if isPurging, known.count > 1 {
      throw Refusal(
        source: request.image, code: .ambiguous,
        message: "it names \(known.count) images that were removed")
    }
    guard let place = known.first ?? nil else {
      if let id = try remembered(request.image) {
        if isPurging { purged.insert(id) }
        return .absent(request, nil)
      }
      guard index.hasPurged, !known.isEmpty || ImageLocator.isPrefix(request.image) else {
        throw refusal
      }
      return .absent(request, nil)
    }
    guard try everLay(at: place) else { throw refusal }
    guard let entry = index.entries.lastKnown(place.id), entry.isOf(place),
      try tree.holders(of: place).isEmpty
    else { return .absent(request, place) }
    let isLive = index.entries[place.id] != nil
    guard isLive || isPurging, gone.insert(place).inserted else { return .absent(request, place) }
    do {
      let isForced = try requester.needsForce(for: entry, in: index, named: request.image)
      if isLive { append(.removed(place.id, className: index.className(of: entry)), isForced) }
      if isPurging { purged.insert(place.id) }
    } catch {
      guard isPurging else { return .absent(request, place) }
      throw error
    }
    return .absent(request, place)
  }

  /// Whether the catalog ever had its image at this place, or in a class that is no more.
  private mutating func everLay(at place: ImagePlace) throws -> Bool {
    guard let entry = index.entries.lastKnown(place.id), entry.isOf(place) else {
      return try history().others.contains(place)
    }
    let name = place.className
    if index.className(of: entry) == name || index.former.contains(name) { return true }
    return try history().classes[place.id]?.contains(name) ?? false
  }

  /// The image that an argument names and of which the catalog knows only that it went: it was never
  /// recorded as added.
  private mutating func remembered(_ argument: ByteString) throws -> ImageID? {
    if argument.bytes.contains(UInt8(ascii: "/")) {
      guard let place = dataset.formerPlace(at: argument),
        try history().classes[place.id]?.contains(place.className) == true
      else { return nil }
      return place.id
    }
    guard ImageLocator.isPrefix(argument) else { return nil }
    let fitting = try history().classes.keys.filter { $0.text.hasPrefix(argument) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private mutating func history() throws -> FormerPlaces {
    let history = try formerPlaces ?? CatalogFile(dataset.catalogPath).formerPlaces()
    formerPlaces = history
    return history
  }

  /// The owner of an image that a killed run recorded as removed and did not unlink.
  private func formerEntry(of place: ImagePlace) -> CatalogIndex.Entry? {
    guard isPurging, let entry = index.entries.lastKnown(place.id), entry.isOf(place) else {
      return nil
    }
    return entry
  }

  /// Notes what is to be recorded of an image that goes.
  ///
  /// One that the catalog has elsewhere was moved here unrecorded, unless it is a copy of what still
  /// lies there. Of a file of another format than the image of its id the format is noted, too.
  private mutating func note(
    _ place: ImagePlace, _ entry: CatalogIndex.Entry?, _ isForced: Bool
  ) throws {
    if let entry {
      let className = index.className(of: entry)
      if className != place.className, try !isElsewhere(place, entry) {
        append(.labelled(place.id, className: place.className, from: className), isForced)
      }
    } else if index.entries.lastKnown(place.id) != nil {
      guard index.knowsAnother(than: place) else { return }
      let change = CatalogRecord.Change.removed(
        place.id, className: place.className, format: place.format)
      return append(change, isForced)
    }
    append(.removed(place.id, className: place.className), isForced)
  }

  /// Whether the catalog has the image in another class, and it lies there.
  private func isElsewhere(_ place: ImagePlace, _ entry: CatalogIndex.Entry?) throws -> Bool {
    guard let entry else { return false }
    let className = index.className(of: entry)
    return try className != place.className
      && Files.exists(tree.path(of: place, in: className))
  }

  private mutating func append(_ change: CatalogRecord.Change, _ isForced: Bool) {
    records.append(
      CatalogRecord(time: time, by: requester.contributor, change: change, isForced: isForced))
  }

  /// Records the removals, unlinks the images, and takes out of the catalog what is to be purged.
  mutating func carryOut(_ transaction: inout CatalogTransaction) throws {
    let folders = Set(going.map(\.className)).sorted()
    for name in folders { try Files.checkWritable(dataset.path.appending(name)) }
    try transaction.record(records, in: [])
    for place in going { try Files.remove(dataset.path.appending(place.file)) }
    for name in folders { try Files.flushFolder(dataset.path.appending(name)) }
    guard !purged.isEmpty else { return }
    let traces = purged.map { _ in
      CatalogRecord(time: time, by: requester.contributor, change: .purged, isForced: false)
    }
    try CatalogPurge(dataset, of: purged).run(leaving: traces)
  }
}
