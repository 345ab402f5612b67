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
  /// Whether sizes are compared with the catalog's: where no bytes are read.
  private let comparesSizes: Bool
  private var seen = DigestSet()
  private var unrecorded: [ImagePlace] = []

  init(_ dataset: Dataset, comparesSizes: Bool) throws(SystemError) {
    self.dataset = dataset
    self.comparesSizes = comparesSizes
    index = try CatalogIndex(CatalogFile(dataset.catalogPath))
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let place = picture.picture.place else { return }
    if isRecorded(place) {
      seen.insert(place.id.number)
    } else if let facts = picture.facts, facts.id == place.id, facts.format == place.format {
      unrecorded.append(place)
    }
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    try settle()
    for fault in index.faults {
      report(Finding(.catalog, Dataset.catalogName, "line \(fault.line) \(fault.message)"))
    }
    for place in unrecorded where try isUnrecorded(place) {
      let there = index.entries[place.id].map {
        "has it in class '\(index.className(of: $0).displayed)'"
      }
      report(Finding(.unrecorded, place.file, "the catalog \(there ?? "lacks it"), add it again"))
    }
    for place in try shownThoughPrivate() {
      report(
        Finding(
          .unrecorded, place.file,
          "the catalog calls it private, yet other accounts may read it, label it --private again"))
    }
    var missing: [ImagePlace] = []
    for place in unrecorded { seen.insert(place.id.number) }
    for entry in index.entries.values where !seen.contains(entry.id.number) {
      if let place = try missingPlace(of: entry) { missing.append(place) }
    }
    for place in missing.sorted(by: { $0.file < $1.file }) {
      report(Finding(.missing, place.file, "the catalog has it, the folder does not"))
    }
    guard comparesSizes else { return }
    let file = try CatalogFile(dataset.catalogPath)
    try index.update(from: file)
    for finding in try SizeCheck(dataset: dataset).findings(index, in: file) { report(finding) }
  }

  /// Reads what was appended meanwhile, and waits a little while a writer is between changing the
  /// tree and recording it, which looks like a difference.
  private mutating func settle() throws {
    for pause in [0, 20, 80, 300] {
      Clocks.pause(milliseconds: pause)
      try index.update(from: CatalogFile(dataset.catalogPath))
      let isSettled = try !unrecorded.contains {
        try isUnrecorded($0) && hasJustChanged(dataset.path.appending($0.className))
      }
      if isSettled { return }
    }
  }

  /// Private images whose mode does not hide them.
  ///
  /// One is recorded before it is hidden, so what seems so is looked at again.
  private mutating func shownThoughPrivate() throws -> [ImagePlace] {
    var places: [ImagePlace] = []
    for pause in [0, 100] {
      Clocks.pause(milliseconds: pause)
      try index.update(from: CatalogFile(dataset.catalogPath))
      places = try index.shownThoughPrivate(in: dataset)
      if places.isEmpty { break }
    }
    return places
  }

  private func hasJustChanged(_ folder: ByteString) throws(SystemError) -> Bool {
    try Files.status(folder).modified.seconds >= Clocks.now() - 5
  }

  /// Whether an image has just left the class that the catalog has it in for another one.
  ///
  /// Looks through the classes twice, as it may go from one not yet looked at to one looked at.
  private func isOnItsWay(_ entry: CatalogIndex.Entry) throws -> Bool {
    let folder = dataset.path.appending(index.className(of: entry))
    guard try Files.exists(folder), try hasJustChanged(folder) else { return false }
    let tree = try ClassTree(dataset)
    if try tree.isAnywhere(entry.id) { return true }
    return try tree.isAnywhere(entry.id)
  }

  private func isUnrecorded(_ place: ImagePlace) throws -> Bool {
    try !isRecorded(place) && Files.exists(dataset.path.appending(place.file))
  }

  private func isRecorded(_ place: ImagePlace) -> Bool {
    guard let entry = index.entries[place.id] else { return false }
    return index.className(of: entry) == place.className
  }

  /// Where an image should lie that was not seen, or nil if it is in some class now.
  private func missingPlace(of entry: CatalogIndex.Entry) throws -> ImagePlace? {
    let className = index.className(of: entry)
    for format in [ImageFormat.jpeg, .png] {
      let place = ImagePlace(className: className, id: entry.id, format: format)
      do throws(SystemError) {
        if try Files.exists(dataset.path.appending(place.file)) { return nil }
      } catch {
        // A folder that may not be entered is told of itself; what is in it is not known to miss.
        guard error.isForbidden else { throw error }
        return nil
      }
    }
    if try isOnItsWay(entry) { return nil }
    let format = try CatalogFile(dataset.catalogPath).format(at: entry.offset) ?? .jpeg
    return ImagePlace(className: className, id: entry.id, format: format)
  }
}
