internal import ByteText
internal import ImageCodec
internal import System

/// Carries out what a survey noted, under the catalog's lock.
///
/// Everything is looked at again first, since others may have worked on the dataset meanwhile. Sound
/// images get their names first and are recorded then, so that what was known of them stays; what
/// leaves the dataset is taken out of the catalog after that and before it is moved. So a kill between
/// leaves no error that was not there.
struct RepairRun {
  private let dataset: Dataset
  private let contributor: ByteString
  private let time = Timestamp(seconds: Clocks.now())
  private var index: CatalogIndex
  private var strays: StraysFolder
  private var facts: [ImagePlace: ImageFacts] = [:]
  /// The class folders whose entries changed.
  private var touched: Set<ByteString> = []
  /// What was done, each with the finding it was done about.
  private(set) var done: [Finding] = []

  init(_ dataset: Dataset, _ contributor: ByteString) throws(SystemError) {
    self.dataset = dataset
    self.contributor = contributor
    index = try CatalogIndex(CatalogFile(dataset.catalogPath), endsAtSignals: true)
    strays = StraysFolder(dataset, time)
  }

  /// - Parameter isAllRead: whether every file could be read; if not, one of those may be an image that
  ///   seems lost, and none is taken out of the catalog for being broken or missing.
  mutating func run(_ mends: [Mend], isAllRead: Bool) throws {
    var transaction = try CatalogTransaction(dataset)
    try index.update(from: CatalogFile(dataset.catalogPath))
    let mends = try mends.filter { try isAsItWas($0) }
    var names = MendedNames(mends, dataset)
    try names.choose(index)
    try names.rename()
    let leaving = keepNamed(names)
    let found = try recordsOfPresent(leaving: Set(leaving.map(\.file)))
    try transaction.record(found, in: touched)
    try index.update(from: CatalogFile(dataset.catalogPath))
    let going = leaving.filter { isAllRead || recorded(at: $0.file) == nil }
    let removals = going.compactMap { recorded(at: $0.file) }
    try transaction.record(
      removals.map { entry(.removed($0.id, className: $0.className)) }, in: [])
    try index.update(from: CatalogFile(dataset.catalogPath))
    for (mend, file) in going { try setAside(mend.finding, lyingAt: file) }
    try strays.flush()
    let missing = isAllRead ? try recordsOfMissing() : []
    try transaction.record(missing, in: touched.isEmpty ? [] : touched.union([""]))
    try hidePrivate()
    var rewrite = CatalogRewrite(dataset)
    try rewrite.run { () throws(SystemError) in
      let copy = try strays.keep(copyOf: Dataset.catalogName)
      try strays.flush()
      return copy
    }
    done += rewrite.done
  }

  private func isAsItWas(_ mend: Mend) throws -> Bool {
    let path = dataset.path.appending(mend.finding.file)
    guard try Files.exists(path) else { return false }
    return try mend.sha256.isEmpty || FileDigest.sha256(of: path) == mend.sha256
  }

  /// Notes which images have their names now.
  ///
  /// - Returns: what is to be set aside, and where it lies.
  private mutating func keepNamed(
    _ names: MendedNames
  ) -> [(mend: Mend, file: ByteString)] {
    var leaving: [(mend: Mend, file: ByteString)] = []
    for (mend, file, place) in names.outcome {
      guard let place else {
        leaving.append((mend, file))
        continue
      }
      facts[place] = mend.facts
      guard file != mend.finding.file else { continue }
      touched.insert(place.className)
      note(mend.finding, "renamed to '\(place.file.displayed)'")
    }
    return leaving
  }

  /// The image that the catalog has where a file lies.
  private func recorded(at file: ByteString) -> ImagePlace? {
    let place = ImagePlace(className: file.parent, fileName: file.lastComponent)
    return place.flatMap { index.has($0) ? $0 : nil }
  }

  private mutating func setAside(_ finding: Finding, lyingAt file: ByteString) throws {
    guard let place = try strays.take(file, as: finding.file) else { return }
    touched.insert(file.parent == "." ? "" : file.parent)
    note(finding, "moved to '\(place.displayed)'")
  }

  /// Records of images that the catalog lacks or has in a class where they are no more.
  ///
  /// - Parameter leaving: files that do not count, as they are about to be set aside.
  private mutating func recordsOfPresent(
    leaving: Set<ByteString>
  ) throws -> [CatalogRecord] {
    var records: [CatalogRecord] = []
    for place in facts.keys.sorted(by: { $0.file < $1.file }) {
      let path = dataset.path.appending(place.file)
      guard let own = facts[place], !index.has(place), try Files.exists(path) else { continue }
      touched.insert(place.className)
      let finding = Finding(.unrecorded, place.file, "the catalog did not have it here")
      guard let known = index.entry(for: place) else {
        let isHidden = try !ImageModes.isShown(Files.status(path).mode)
        let record = ImageRecord(
          facts: own, className: place.className, source: "", by: contributor,
          visibility: isHidden ? .private : .public, added: time)
        records.append(entry(.added(record)))
        note(finding, "recorded for \(contributor.displayed); who added it, and when, is not known")
        continue
      }
      let other = index.className(of: known)
      let there = ImagePlace(className: other, id: place.id, format: place.format)
      guard try leaving.contains(there.file) || !Files.exists(dataset.path.appending(there.file))
      else { continue }
      records.append(
        entry(.labelled(place.id, className: place.className, from: other)))
      note(finding, "recorded as moved here from class '\(other.displayed)'")
    }
    return records
  }

  /// Records of images that are nowhere; their lines stay in the catalog as history.
  private mutating func recordsOfMissing() throws -> [CatalogRecord] {
    let there = try ClassTree(dataset).places()
    let present = Set(there.filter { index.entry(for: $0) != nil }.map(\.id))
    var records: [CatalogRecord] = []
    for known in index.entries.values.sorted(by: { $0.offset < $1.offset })
    where !present.contains(known.id) {
      let className = index.className(of: known)
      let format = try CatalogFile(dataset.catalogPath).format(at: known.offset) ?? .jpeg
      let place = ImagePlace(className: className, id: known.id, format: format)
      records.append(entry(.removed(known.id, className: className)))
      let finding = Finding(.missing, place.file, "the catalog has it, the folder does not")
      note(finding, "recorded as removed; adding the picture again brings it back")
    }
    return records
  }

  /// Hides images that the catalog calls private from other accounts.
  private mutating func hidePrivate() throws {
    var modes = try ImageModes(dataset)
    try index.update(from: CatalogFile(dataset.catalogPath))
    for place in try index.shownThoughPrivate(in: dataset) {
      guard let status = try? modes.checked(place, named: place.file) else { continue }
      try modes.set(ImageModes.hidden, of: place, status)
      note(
        Finding(.unrecorded, place.file, "a private image that other accounts could read"),
        "given mode 0600")
    }
    try modes.flush()
  }

  private func entry(_ change: CatalogRecord.Change) -> CatalogRecord {
    CatalogRecord(time: time, by: contributor, change: change, command: "verify")
  }

  private mutating func note(_ finding: Finding, _ remedy: String) {
    var finding = finding
    finding.remedy = remedy
    done.append(finding)
  }
}
