internal import ByteText
internal import System

/// Cuts out of a catalog what is no record, and nothing else.
///
/// The new catalog takes the old one's place at once; the old one is kept. Lines of unknown types and
/// superseded ones stay: they are the dataset's history. The last thing done under the catalog's
/// lock, as writers then wait for the new file.
struct CatalogRewrite {
  private let dataset: Dataset
  /// What was cut out.
  private(set) var done: [Finding] = []

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  /// - Parameter keep: keeps a copy of the old catalog and says where.
  mutating func run(keep: () throws(SystemError) -> ByteString) throws {
    let file = try CatalogFile(dataset.catalogPath)
    let faults = try file.faults()
    guard !faults.isEmpty else { return }
    let staged = try StagedFile(in: dataset.path)
    var lines: [UInt8] = []
    _ = try file.forEachLine { bytes, position in
      guard faults[position.offset] == nil else { return }
      lines += bytes.array(0..<bytes.count)
      lines.append(0x0A)
      guard lines.count > 1 << 20 else { return }
      try staged.write(lines.span)
      lines = []
    }
    try staged.write(lines.span)
    try staged.takeAccess(of: file.status)
    try staged.flush()
    let copy = try keep()
    try staged.replace(dataset.catalogPath)
    try Files.flushFolder(dataset.path)
    for fault in faults.values.sorted(by: { $0.line < $1.line }) {
      var finding = Finding(fault)
      finding.remedy = "cut out; the old catalog is '\(copy.displayed)'"
      done.append(finding)
    }
  }
}

extension CatalogFile {
  /// Every line that is no record, by where it begins.
  func faults() throws -> [Int: CatalogIndex.Fault] {
    var faults: [Int: CatalogIndex.Fault] = [:]
    _ = try forEachLine { bytes, position in
      do {
        _ = try CatalogRecord(line: bytes)
      } catch let fault as CatalogLine.Fault {
        faults[position.offset] = CatalogIndex.Fault(
          line: position.number, offset: position.offset, message: fault.message)
      }
    }
    return faults
  }
}

extension Finding {
  /// A line of the catalog that is no record.
  init(_ fault: CatalogIndex.Fault) {
    self.init(.catalog, Dataset.catalogName, "line \(fault.line) \(fault.message)")
  }
}
