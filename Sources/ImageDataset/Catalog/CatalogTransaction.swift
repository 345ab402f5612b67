internal import ByteText
internal import System

/// The sole right to change a dataset, from making this value to its end.
///
/// The catalog itself is locked: there is no room for a lock file at the root. Folders and files are
/// changed first and recorded then, so a kill between leaves at most an unrecorded image; `remove`
/// turns that round. ``record(_:in:)`` keeps that order through a power cut.
struct CatalogTransaction: ~Copyable {
  private let dataset: Dataset
  private let lock: FileLock
  /// The catalog's length up to its last newline.
  private(set) var length: Int

  /// Waits for other writers, sweeps what dead ones left and cuts off a line without its newline.
  init(_ dataset: Dataset) throws(DatasetError) {
    do throws(SystemError) {
      let lock = try FileLock(dataset.catalogPath)
      let length = try Self.soundLength(of: lock.file)
      if try lock.file.status().size > length { try lock.file.truncate(to: length) }
      try Leftovers.sweep(dataset.path)
      self.dataset = dataset
      self.lock = lock
      self.length = length
    } catch {
      throw .system(error)
    }
  }

  /// Makes what changed in folders durable, then the records of it.
  ///
  /// A record that outlived its image in a power cut would be an error, an image that outlived its
  /// record is a warning and found again: so the folders come first, and only then are the records
  /// written at all.
  ///
  /// - Parameter folders: names of class folders; the empty name is the dataset itself.
  mutating func record(
    _ records: [CatalogRecord], in folders: Set<ByteString>
  ) throws(DatasetError) {
    do {
      for name in folders.sorted() { try Files.flushFolder(dataset.path.appending(name)) }
    } catch {
      throw .system(error)
    }
    try append(records)
    try flush()
  }

  /// Appends records with one write; if that fails, nothing is left of them.
  ///
  /// A catalog that someone emptied gets its first line again.
  mutating func append(_ records: [CatalogRecord]) throws(DatasetError) {
    guard let first = records.first else { return }
    var bytes: [UInt8] = []
    var records = records
    if length == 0, !first.isOfDataset {
      let head = CatalogRecord(time: first.time, by: first.by, change: .dataset(DatasetCard()))
      records.insert(head, at: 0)
    }
    for record in records {
      let line = record.line
      guard line.count <= CatalogFile.longestLine else {
        throw .usage("a record would take more than the 8 MiB of a line of the catalog, say less")
      }
      bytes += line
    }
    do {
      try lock.file.write(bytes.span)
      length += bytes.count
    } catch {
      try? lock.file.truncate(to: length)
      throw .system(error)
    }
  }

  /// Makes what was appended durable.
  func flush() throws(DatasetError) {
    do {
      try lock.file.flush()
    } catch {
      throw .system(error)
    }
  }

  /// Where the last newline ends; the file is read backwards from its end.
  private static func soundLength(of file: borrowing OpenFile) throws(SystemError) -> Int {
    var end = try file.status().size
    while end > 0 {
      let start = max(0, end - 4096)
      let piece = try file.bytes(at: start, count: end - start)
      if let newline = piece.lastIndex(of: 0x0A) { return start + newline + 1 }
      end = start
    }
    return 0
  }
}

extension CatalogRecord {
  /// Whether it is of the kind that a catalog begins with.
  fileprivate var isOfDataset: Bool {
    guard case .dataset = change else { return false }
    return true
  }
}
