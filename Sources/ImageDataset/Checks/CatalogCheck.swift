internal import ByteText
internal import ImageCodec
internal import System

/// Asks whether catalog and tree say the same.
///
/// Others may write meanwhile, so whatever seems to differ is looked at again at the end, against the
/// catalog and the tree as they are then.
struct CatalogCheck: Check {
  private let dataset: Dataset
  private var index: CatalogIndex
  /// Whether sizes are compared with the catalog's, and every file under an id is taken for an image:
  /// where no bytes are read.
  private let comparesSizes: Bool
  private var seen = DigestSet()
  private var unrecorded: [ImagePlace] = []
  /// Whether images were passed over, and the others that are recorded.
  private var hasPassed = false
  private var looked: Set<ImageID> = []

  init(_ dataset: Dataset, comparesSizes: Bool) throws(SystemError) {
    self.dataset = dataset
    self.comparesSizes = comparesSizes
    index = try CatalogIndex(CatalogFile(dataset.catalogPath))
  }

  /// Looks at files by what the catalog says before the first is met.
  var sweep: QuickSweep { QuickSweep(index: index) }

  mutating func pass(_ places: [ImagePlace], in className: ByteString) {
    hasPassed = true
    for place in places { seen.insert(place.id.number) }
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let place = picture.picture.place else { return }
    if index.has(place) {
      seen.insert(place.id.number)
      if hasPassed { looked.insert(place.id) }
    } else if comparesSizes || isSound(picture, at: place) {
      unrecorded.append(place)
    }
  }

  /// Whether a file holds the image that its name says.
  private func isSound(_ picture: ExaminedPicture, at place: ImagePlace) -> Bool {
    guard let facts = picture.facts else { return false }
    return facts.id == place.id && facts.format == place.format
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    try settle()
    for fault in index.faults {
      report(Finding(.catalog, Dataset.catalogName, "line \(fault.line) \(fault.message)"))
    }
    for place in unrecorded where try isUnrecorded(place) {
      report(Finding(.unrecorded, place.file, "the catalog \(try words(for: place))"))
    }
    for place in try shownThoughPrivate() {
      report(
        Finding(
          .unrecorded, place.file,
          "the catalog calls it private, yet other accounts may read it, label it --private again"))
    }
    for place in unrecorded where index.entry(for: place) != nil { seen.insert(place.id.number) }
    for place in try missing() {
      report(Finding(.missing, place.file, "the catalog has it, the folder does not"))
    }
    guard comparesSizes else { return }
    let file = try CatalogFile(dataset.catalogPath)
    try index.update(from: file)
    let sizes = SizeCheck(dataset: dataset)
    for finding in try sizes.findings(index, toCheck, in: file) { report(finding) }
  }

  /// The images whose size is not known to be right, class by class.
  private var toCheck: [CatalogIndex.Entry] {
    guard hasPassed else { return index.entries.byClass(of: index.names.count) }
    return index.entries.values.filter { !seen.contains($0.id.number) || looked.contains($0.id) }
      .sorted { ($0.className, $0.offset) < ($1.className, $1.offset) }
  }

  /// Reads what was appended meanwhile, and waits a little while a writer is between changing the
  /// tree and recording it, which looks like a difference: unrecorded is what is so at every look,
  /// the last of them between two writers.
  private mutating func settle() throws {
    for pause in [0, 10, 20, 40, 80] {
      Clocks.pause(milliseconds: pause)
      try lookForUnrecorded()
      let classes = Set(unrecorded.map(\.className))
      guard try classes.contains(where: { try mayBeUnderWay(in: $0) }) else { return }
    }
    try dataset.reading(alone: true) { try lookForUnrecorded() }
  }

  private mutating func lookForUnrecorded() throws {
    try index.update(from: CatalogFile(dataset.catalogPath))
    unrecorded = try unrecorded.filter { try isUnrecorded($0) }
  }

  /// Private images whose mode does not hide them.
  ///
  /// One is recorded before it is hidden, so what seems so is looked at again, between two writers.
  private mutating func shownThoughPrivate() throws -> [ImagePlace] {
    let places = try index.shownThoughPrivate(in: dataset)
    guard try !places.isEmpty && hasJustChanged(dataset.catalogPath) else { return places }
    return try dataset.reading(alone: true) {
      try index.update(from: CatalogFile(dataset.catalogPath))
      return try index.shownThoughPrivate(in: dataset)
    }
  }

  /// Whether something was written to a file, came into a folder or left it so lately that a writer
  /// may be at work.
  private func hasJustChanged(_ path: ByteString) throws(SystemError) -> Bool {
    do throws(SystemError) {
      return try Files.status(path).modified.seconds >= Clocks.now() - 5
    } catch {
      guard error.isMissing else { throw error }
      return false
    }
  }

  /// Images that the catalog has and no folder does, sorted by their files.
  ///
  /// While others move, remove and add images, what the catalog says and what the folders hold are
  /// looked at in turns: missing is only what lies in no class, and what the same line says to be
  /// there before and after.
  private mutating func missing() throws -> [ImagePlace] {
    var ids = index.entries.values.filter { !seen.contains($0.id.number) }.map(\.id)
    for pause in [0, 20, 80, 300] where !ids.isEmpty {
      Clocks.pause(milliseconds: pause)
      let lacking = try lacking(of: ids)
      ids = lacking.map(\.id)
      guard try isUnderWay(lacking) else { break }
      let present = try presentIDs()
      try index.update(from: CatalogFile(dataset.catalogPath))
      ids = ids.filter { !present.contains($0.number) && index.entries[$0] != nil }
    }
    return try dataset.reading(alone: isUnderWay(ids.compactMap { index.entries[$0] })) {
      let lacking = try lacking(of: ids)
      guard !lacking.isEmpty else { return [] }
      let present = try presentIDs()
      try index.update(from: CatalogFile(dataset.catalogPath))
      return
        try lacking
        .filter { !present.contains($0.id.number) && index.entries[$0.id]?.offset == $0.offset }
        .map { try place(of: $0) }.sorted { $0.file < $1.file }
    }
  }

  /// Those of some images that are not in the class that the catalog has them in.
  private func lacking(of ids: [ImageID]) throws -> [CatalogIndex.Entry] {
    try ids.compactMap { index.entries[$0] }.filter { try isLacking($0) }
  }

  /// Whether a writer may be at work where some images should lie.
  private func isUnderWay(_ entries: [CatalogIndex.Entry]) throws -> Bool {
    let classes = Set(entries.map { index.className(of: $0) })
    return try classes.contains { try mayBeUnderWay(in: $0) }
  }

  /// Whether a class, or the set of classes, has just changed.
  private func mayBeUnderWay(in className: ByteString) throws -> Bool {
    try hasJustChanged(dataset.path.appending(className)) || hasJustChanged(dataset.path)
  }

  /// The images that lie in any class, listed twice as they may go from a class not yet listed to one
  /// that was.
  private func presentIDs() throws -> DigestSet {
    var present = DigestSet()
    for _ in 0..<2 {
      for name in try dataset.classNames() {
        do throws(SystemError) {
          for entry in try FolderListing(of: dataset.path.appending(name)) {
            guard let place = ImagePlace(className: name, fileName: entry.name),
              index.entry(for: place) != nil
            else { continue }
            present.insert(place.id.number)
          }
        } catch {
          guard error.isMissing || error.isForbidden else { throw error }
        }
      }
    }
    return present
  }

  private func isUnrecorded(_ place: ImagePlace) throws -> Bool {
    try !index.has(place) && Files.exists(dataset.path.appending(place.file))
  }

  /// What the catalog says of an image in its stead, and what helps.
  private func words(for place: ImagePlace) throws -> String {
    guard let entry = index.entries[place.id] else { return "lacks it, add it again" }
    let home = try self.place(of: entry)
    guard home.format == place.format else {
      return "has another image under its id, '\(home.file.displayed)'"
    }
    let words = "has it in class '\(home.className.displayed)'"
    let path = dataset.path.appending(home.file)
    guard try Files.exists(path),
      try comparesSizes || FileDigest.sha256(ofOwn: path).map({ ImageID(digest: $0) }) == place.id
    else { return words + ", add it again" }
    return words + ", where it lies, too, remove this copy"
  }

  /// Whether an image is not in the class that the catalog has it in.
  private func isLacking(_ entry: CatalogIndex.Entry) throws -> Bool {
    let className = index.className(of: entry)
    for format in entry.format.map({ [$0] }) ?? ImageFormat.allCases {
      let place = ImagePlace(className: className, id: entry.id, format: format)
      do throws(SystemError) {
        if try Files.exists(dataset.path.appending(place.file)) { return false }
      } catch {
        // A folder that may not be entered is told of itself; what is in it is not known to miss.
        guard error.isForbidden else { throw error }
        return false
      }
    }
    return true
  }

  /// Where an image should lie.
  private func place(of entry: CatalogIndex.Entry) throws -> ImagePlace {
    let format =
      try entry.format ?? CatalogFile(dataset.catalogPath).format(at: entry.offset) ?? .jpeg
    return ImagePlace(className: index.className(of: entry), id: entry.id, format: format)
  }
}
