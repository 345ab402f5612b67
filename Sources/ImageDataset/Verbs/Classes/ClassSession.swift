internal import ByteText
internal import System

/// The catalog's lock, and catalog and tree as they are under it, for one change of classes.
struct ClassSession: ~Copyable {
  let dataset: Dataset
  let index: CatalogIndex
  let tree: ClassTree
  private let contributor: ByteString
  private let command: ByteString
  private let time = Timestamp(seconds: Clocks.now())
  private var transaction: CatalogTransaction

  /// - Parameters:
  ///   - command: what the records say did it.
  ///   - endsAtSignals: whether an ``Interrupt`` ends it: not where what it is to record was done.
  /// - Throws: ``DatasetError``, ``SystemError``; EINTR at a signal.
  init(
    _ dataset: Dataset, _ contributor: ByteString, command: ByteString = "class",
    endsAtSignals: Bool = true
  ) throws {
    let transaction = try CatalogTransaction(dataset)
    let index = try CatalogIndex(
      CatalogFile(dataset.catalogPath), endsAtSignals: endsAtSignals)
    let tree = try ClassTree(dataset)
    self.dataset = dataset
    self.contributor = contributor
    self.command = command
    self.transaction = transaction
    self.index = index
    self.tree = tree
  }

  /// Records changes once the folders they are about are durable; the empty name is the dataset.
  mutating func record(
    _ changes: [(change: CatalogRecord.Change, isForced: Bool)], in folders: Set<ByteString>
  ) throws(DatasetError) {
    let records = changes.map {
      CatalogRecord(
        time: time, by: contributor, change: $0.change, isForced: $0.isForced, command: command)
    }
    try transaction.record(records, in: folders)
  }

  /// Records one change.
  mutating func record(
    _ change: CatalogRecord.Change, in folders: Set<ByteString>
  ) throws(DatasetError) {
    try record([(change, false)], in: folders)
  }

  /// Whether the catalog has the class, whatever the tree has.
  func isRecorded(_ name: ByteString) -> Bool {
    index.declared.contains(name)
      || index.entries.values.contains { index.className(of: $0) == name }
  }

  /// Refuses a class that is not there, naming the nearest.
  func unknown(_ name: ByteString) -> DatasetError {
    let nearest = NearestWord.to(name, among: tree.names)
    let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
    return .usage("there is no class '\(name.displayed)'\(hint)")
  }

  /// Refuses a folder that no record can name.
  func checkName(of name: ByteString) throws(DatasetError) {
    guard tree.contains(name), let fault = ClassName.fault(in: name) else { return }
    throw .usage(
      "the class name '\(name.displayed)' \(fault), rename the folder with 'mv', "
        + "then see 'imgds verify --repair'")
  }

  /// What lies in a class's folder.
  func entries(of name: ByteString) throws(SystemError) -> FolderListing {
    try FolderListing(of: dataset.path.appending(name))
  }
}
