package import ByteText
internal import System

/// What `init` is asked to do.
package struct InitialiseOptions: Sendable {
  package var classes: [ByteString] = []
  package var card = DatasetCard()
  /// Whether a dataset may be there already: classes are added and card fields replaced.
  package var isExistingOK = false
  package var contributor: ByteString

  package init(contributor: ByteString) {
    self.contributor = contributor
  }
}

/// What `init` made.
package struct InitialiseReport: Sendable {
  package let dataset: Dataset
  /// The classes that were made, in the order they were named.
  package let made: [ByteString]
  /// All classes there are now, sorted by bytes.
  package let classes: [ByteString]
  /// Names that will make trouble elsewhere, and why.
  package let warnings: [ClassWarning]
}

extension Dataset {
  /// Makes a dataset in a missing or empty folder.
  ///
  /// The catalog is placed last, whole and durable, when the class folders are: until then a reader sees a folder that is no
  /// dataset, and the same command again takes up empty class folders that a killed one left.
  ///
  /// - Throws: ``DatasetError``: `usage` naming every fault of a class name, `dataset` if something
  ///   else stands at the path.
  package static func initialise(
    _ path: ByteString, _ options: InitialiseOptions
  ) throws -> InitialiseReport {
    try ClassName.check(options.classes)
    do {
      switch try look(at: path) {
      case .dataset(let dataset):
        guard options.isExistingOK else {
          throw DatasetError.dataset(
            path, "it is a dataset already, add classes to it with --exist-ok")
        }
        return try dataset.extend(options)
      case .file:
        throw DatasetError.dataset(path, "it is a file")
      case .folder:
        try checkOutside(path)
        try checkEmpty(path, but: options.classes)
      case .nothing:
        try checkOutside(path)
        try makeFolders(path)
      }
      return try make(path, options)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// Makes a folder and the missing ones above it, each durable in its own.
  private static func makeFolders(_ path: ByteString) throws(SystemError) {
    if try !Files.exists(path.parent) { try makeFolders(path.parent) }
    try Files.makeFolder(path)
    try Files.flushFolder(path.parent)
  }

  /// Refuses a folder anywhere in a dataset, whose classes hold images and nothing else.
  private static func checkOutside(_ path: ByteString) throws {
    guard let outer = try enclosing(path) else { return }
    throw DatasetError.dataset(path, "it lies inside the dataset '\(outer.displayed)'")
  }

  /// The dataset that a path lies in, however deep; folders that may not be entered are none.
  private static func enclosing(_ path: ByteString) throws(SystemError) -> ByteString? {
    var start = path.parent
    while try !Files.exists(start) { start = start.parent }
    var folder = try Files.exists(path) ? Files.resolved(path).parent : Files.resolved(start)
    while true {
      if (try? Files.exists(folder.appending(catalogName))) == true { return folder }
      guard folder.parent != folder else { return nil }
      folder = folder.parent
    }
  }

  private static func checkEmpty(_ path: ByteString, but classes: [ByteString]) throws {
    try Leftovers.sweep(path)
    for entry in try FolderListing(of: path) where !Leftovers.isLeftover(entry.name) {
      let isLeftover = classes.contains(entry.name) && entry.kind == .folder
      guard isLeftover, try FolderListing(of: path.appending(entry.name)).isEmpty else {
        throw DatasetError.dataset(
          path, "the folder is not empty ('\(entry.name.displayed)' is in it) and no dataset")
      }
    }
  }

  private static func make(
    _ path: ByteString, _ options: InitialiseOptions
  ) throws -> InitialiseReport {
    let dataset = Dataset(path: path, resolvedPath: try Files.resolved(path))
    let time = Timestamp(seconds: Clocks.now())
    func record(_ change: CatalogRecord.Change) -> CatalogRecord {
      CatalogRecord(time: time, by: options.contributor, change: change)
    }
    var maker = try ClassMaker(dataset)
    for name in options.classes { try maker.make(name) }
    let records = [record(.dataset(options.card))] + maker.made.map { record(.classAdded($0)) }
    let catalog = try StagedFile(in: path)
    let lines = records.flatMap(\.line)
    try catalog.write(lines.span)
    try catalog.flush()
    try Files.flushFolder(path)
    try catalog.place(at: dataset.catalogPath)
    try Files.flushFolder(path)
    try flushName(of: path)
    return InitialiseReport(
      dataset: dataset, made: maker.made, classes: maker.made.sorted(), warnings: maker.warnings)
  }

  /// Makes the dataset's own name durable, also one that a killed run made.
  ///
  /// A folder above that may be searched but not read cannot be flushed.
  private static func flushName(of path: ByteString) throws(SystemError) {
    do {
      try Files.flushFolder(path.parent)
    } catch {
      guard error.isForbidden else { throw error }
    }
  }

  private func extend(_ options: InitialiseOptions) throws -> InitialiseReport {
    var transaction = try CatalogTransaction(self)
    let time = Timestamp(seconds: Clocks.now())
    var maker = try ClassMaker(self)
    let index = try CatalogIndex(CatalogFile(catalogPath), endsAtSignals: true)
    for name in options.classes where !maker.tree.contains(name) { try maker.make(name) }
    // Those that are there but were never recorded are of a run that was killed, or of mkdir.
    let undeclared = options.classes.filter { !index.declared.contains($0) }
    var changes = undeclared.uniqued.map { CatalogRecord.Change.classAdded($0) }
    let card = index.card
    if card.replaced(by: options.card) != card { changes.insert(.dataset(options.card), at: 0) }
    try transaction.record(
      changes.map { CatalogRecord(time: time, by: options.contributor, change: $0) }, in: [""])
    return InitialiseReport(
      dataset: self, made: maker.made, classes: maker.tree.names, warnings: maker.warnings)
  }
}

extension [ByteString] {
  /// Each name once, in the order of its first occurrence.
  fileprivate var uniqued: [ByteString] {
    var seen: Set<ByteString> = []
    return filter { seen.insert($0).inserted }
  }
}
