internal import ByteText
internal import System

/// Looks up images that are to be removed, and removes them together.
///
/// An image that someone copied into another class stays as long as one copy does: what is said of it
/// is then said of that one.
struct ImageRemover {
  /// A file that is to be unlinked.
  private struct Departure {
    let place: ImagePlace
    /// What the catalog says of the image, in whatever class it has it.
    let entry: CatalogIndex.Entry?
    let isForced: Bool
  }

  private let dataset: Dataset
  private let requester: Requester
  private let isPurging: Bool
  private let index: CatalogIndex
  private let tree: ClassTree
  private var locator: ImageLocator
  private let time = Timestamp(seconds: Clocks.now())
  private var records: [CatalogRecord] = []
  /// What is to be unlinked, in the order it was asked for.
  private var going: [Departure] = []
  private var gone: Set<ImagePlace> = []
  /// Where images stay whose recorded copy goes.
  private var heirs: [ImageID: ImagePlace] = [:]
  /// Those of them that are private.
  private var hidden: [ImagePlace] = []
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

  /// What will become of requests; changes nothing yet.
  mutating func look(at requests: [ImageRequest]) throws -> [RemoveResult] {
    let results = try requests.map { try look(at: $0) }
    var kept: [ImagePlace: LabelledImage] = [:]
    for departure in going { kept[departure.place] = try note(departure) }
    return results.flatMap { result -> [RemoveResult] in
      guard case .removed(let place) = result, let image = kept[place] else { return [result] }
      return [result, .labelled(image)]
    }
  }

  private mutating func look(at request: ImageRequest) throws -> RemoveResult {
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
    going.append(Departure(place: place, entry: entry, isForced: isForced))
    gone.insert(place)
    return .removed(place)
  }

  /// An image that is nowhere: known from the catalog's history, or perhaps purged.
  private mutating func absent(
    _ request: ImageRequest, _ refusal: Refusal
  ) throws -> RemoveResult {
    let known = try index.everKnown(by: request.image, in: dataset)
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
    let holders = try tree.holders(of: place)
    guard !holders.contains(place.className) else { throw refusal }
    guard let entry = index.entries.lastKnown(place.id), entry.isOf(place), holders.isEmpty else {
      return .absent(request, place)
    }
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
      guard let place = try dataset.formerPlace(at: argument),
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

  /// Notes what is to be recorded of a file that goes, once it is known which others do.
  ///
  /// An image that the catalog has elsewhere was moved here unrecorded, unless this is a copy of what
  /// still lies there. Of a file of another format than the image of its id the format is noted, too.
  ///
  /// - Returns: the image in another class, if a copy that stays there is the image from now on.
  private mutating func note(_ departure: Departure) throws -> LabelledImage? {
    let (place, isForced) = (departure.place, departure.isForced)
    let isAnother = index.knowsAnother(than: place)
    guard let entry = departure.entry else {
      if isPurging, !isAnother { purged.insert(place.id) }
      if index.entries.lastKnown(place.id) == nil {
        append(.removed(place.id, className: place.className), isForced)
      } else if isAnother {
        let className = place.className
        append(.removed(place.id, className: className, format: place.format), isForced)
      }
      return nil
    }
    defer { append(.removed(place.id, className: place.className), isForced) }
    guard heirs[place.id] == nil, try !isElsewhere(place, entry) else { return nil }
    let recorded = index.className(of: entry)
    guard let heir = try heir(of: place) else {
      if isPurging { purged.insert(place.id) }
      if recorded != place.className {
        append(.labelled(place.id, className: place.className, from: recorded), isForced)
      }
      return nil
    }
    heirs[place.id] = heir
    if entry.visibility == .private { hidden.append(heir) }
    append(.labelled(place.id, className: heir.className, from: recorded), isForced)
    var image = LabelledImage(heir)
    image.from = recorded
    return image
  }

  /// A copy of an image that stays in another class: a file under its id with its bytes.
  ///
  /// In a folder that no record can name there is none.
  ///
  /// - Throws: also if there is a file that may not be read: it may be the only one left.
  private func heir(of place: ImagePlace) throws(SystemError) -> ImagePlace? {
    for name in try tree.holders(of: place) where ClassName.fault(in: name) == nil {
      let other = ImagePlace(className: name, id: place.id, format: place.format)
      guard !gone.contains(other) else { continue }
      let digest = try FileDigest.sha256(ofOwn: tree.path(of: other, in: name))
      if digest.map({ ImageID(digest: $0) }) == place.id { return other }
    }
    return nil
  }

  /// Whether the catalog has the image in another class, and it lies there.
  private func isElsewhere(_ place: ImagePlace, _ entry: CatalogIndex.Entry) throws -> Bool {
    let className = index.className(of: entry)
    return try className != place.className
      && Files.exists(tree.path(of: place, in: className))
  }

  /// Hides private images that stay; one of another account, which alone may do so, `verify` tells of.
  private func hide() throws {
    guard !hidden.isEmpty else { return }
    var modes = try ImageModes(dataset)
    for place in hidden {
      let status: FileStatus
      do {
        status = try modes.checked(place, named: place.file)
      } catch is Refusal {
        continue
      }
      if ImageModes.isShown(status.mode) { try modes.set(ImageModes.hidden, of: place, status) }
    }
    try modes.flush()
  }

  private mutating func append(_ change: CatalogRecord.Change, _ isForced: Bool) {
    records.append(
      CatalogRecord(time: time, by: requester.contributor, change: change, isForced: isForced))
  }

  /// Records the removals, unlinks the images, and takes out of the catalog what is to be purged.
  ///
  /// Copies that stay are made durable first: nobody may ever have flushed them.
  mutating func carryOut(_ transaction: inout CatalogTransaction) throws {
    let folders = Set(going.map(\.place.className)).sorted()
    for name in folders { try Files.checkWritable(dataset.path.appending(name)) }
    try hide()
    for heir in heirs.values {
      try OpenFile.reading(tree.path(of: heir, in: heir.className)).flush()
    }
    try transaction.record(records, in: Set(heirs.values.map(\.className)))
    for each in going { try Files.remove(dataset.path.appending(each.place.file)) }
    for name in folders { try Files.flushFolder(dataset.path.appending(name)) }
    guard !purged.isEmpty else { return }
    let traces = purged.map { _ in
      CatalogRecord(time: time, by: requester.contributor, change: .purged, isForced: false)
    }
    try CatalogPurge(dataset, of: purged).run(leaving: traces)
  }
}
