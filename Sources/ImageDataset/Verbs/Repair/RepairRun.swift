internal import ByteText
internal import ImageCodec
internal import System

/// Carries out what a survey noted, under the catalog's lock.
///
/// Everything is looked at again first, since others may have worked on the dataset meanwhile. What
/// leaves the dataset is taken out of the catalog before it is moved, and what is renamed is recorded
/// after it, so a kill between leaves no error that was not there.
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
    index = try CatalogIndex(CatalogFile(dataset.catalogPath))
    strays = StraysFolder(dataset, time)
  }

  mutating func run(_ mends: [Mend]) throws {
    var transaction = try CatalogTransaction(dataset)
    try index.update(from: CatalogFile(dataset.catalogPath))
    let sound = try mends.filter { try isAsItWas($0) }
    try removeFromCatalog(sound, &transaction)
    for mend in sound { try carryOut(mend) }
    try strays.flush()
    let records = try recordsOfPresent() + recordsOfMissing()
    try transaction.record(records, in: touched.isEmpty ? [] : touched.union([""]))
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

  private mutating func removeFromCatalog(
    _ mends: [Mend], _ transaction: inout CatalogTransaction
  ) throws {
    var records: [CatalogRecord] = []
    for mend in mends {
      guard case .setAside = mend.remedy, let place = mend.place, index.has(place) else { continue }
      records.append(entry(.removed(place.id, className: place.className)))
    }
    try transaction.record(records, in: [])
    if !records.isEmpty { try index.update(from: CatalogFile(dataset.catalogPath)) }
  }

  private mutating func carryOut(_ mend: Mend) throws {
    let file = mend.finding.file
    switch mend.remedy {
    case .setAside:
      try setAside(mend.finding)
    case .record:
      if let place = mend.place { facts[place] = mend.facts }
    case .rename(let place):
      do {
        try Files.renameWithoutReplacing(
          dataset.path.appending(file), to: dataset.path.appending(place.file))
      } catch {
        guard error.isTaken else { throw error }
        return try setAside(mend.finding)
      }
      touched.insert(place.className)
      facts[place] = mend.facts
      note(mend.finding, "renamed to '\(place.file.displayed)'")
    }
  }

  private mutating func setAside(_ finding: Finding) throws {
    guard let place = try strays.take(finding.file) else { return }
    touched.insert(finding.file.parent == "." ? "" : finding.file.parent)
    note(finding, "moved to '\(place.displayed)'")
  }

  /// Records of images that the catalog lacks or has in a class where they are no more.
  private mutating func recordsOfPresent() throws -> [CatalogRecord] {
    var records: [CatalogRecord] = []
    for place in facts.keys.sorted(by: { $0.file < $1.file }) {
      let path = dataset.path.appending(place.file)
      guard let own = facts[place], !index.has(place), try Files.exists(path) else { continue }
      touched.insert(place.className)
      let finding = Finding(.unrecorded, place.file, "the catalog did not have it here")
      guard let known = index.entries[place.id] else {
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
      guard try !Files.exists(dataset.path.appending(there.file)) else { continue }
      records.append(
        entry(.labelled(place.id, className: place.className, from: other)))
      note(finding, "recorded as moved here from class '\(other.displayed)'")
    }
    return records
  }

  /// Records of images that are nowhere; their lines stay in the catalog as history.
  private mutating func recordsOfMissing() throws -> [CatalogRecord] {
    let present = Set(try ClassTree(dataset).places().map(\.id))
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

extension Mend {
  /// Where the name of the file says it lies; nil for any other name.
  var place: ImagePlace? {
    ImagePlace(className: finding.file.parent, fileName: finding.file.lastComponent)
  }
}
