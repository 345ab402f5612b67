internal import ByteText
internal import System

/// Takes every line about some images out of a catalog.
///
/// The new catalog takes the old one's place at once, and nothing of the old one is kept. All other
/// lines stay byte by byte, those of unknown types, too. The last thing done under the catalog's lock,
/// as writers then wait for the new file.
struct CatalogPurge {
  private let dataset: Dataset
  private let ids: Set<ImageID>
  private let texts: [ByteString]

  /// What becomes of a line.
  private enum Verdict {
    case kept, cut
    case replaced([UInt8])
  }

  init(_ dataset: Dataset, of ids: Set<ImageID>) {
    self.dataset = dataset
    self.ids = ids
    texts = ids.map(\.text)
  }

  /// - Parameter traces: what is appended in place of the lines.
  func run(leaving traces: [CatalogRecord]) throws {
    let file = try CatalogFile(dataset.catalogPath)
    let staged = try StagedFile(in: dataset.path)
    // What lies between two lines that are not kept is copied as it is.
    var copied = 0
    let extent = try file.forEachLine { bytes, position in
      let verdict = verdict(on: bytes)
      if case .kept = verdict { return }
      try staged.append(copied..<position.offset, of: file)
      copied = position.offset + bytes.count + 1
      if case .replaced(let line) = verdict { try staged.write(line.span) }
    }
    try staged.append(copied..<extent.sound, of: file)
    let lines = traces.flatMap(\.line)
    try staged.write(lines.span)
    try staged.takeAccess(of: file.status)
    try staged.flush()
    try staged.replace(dataset.catalogPath)
    try Files.flushFolder(dataset.path)
  }

  private func verdict(on bytes: Span<UInt8>) -> Verdict {
    // What is too long to be a record was given in part, and cannot be cut.
    guard bytes.count <= CatalogFile.longestLine else { return .kept }
    if let head = CatalogLine.quickHead(bytes) { return ids.contains(head.id) ? .cut : .kept }
    guard let head = try? CatalogLine.head(bytes) else {
      // What is no record may have been one about them.
      let line = ByteString(bytes.array(0..<bytes.count)).displayed
      return texts.contains { line.contains($0.displayed) } ? .cut : .kept
    }
    if let id = head.id { return ids.contains(id) ? .cut : .kept }
    guard var record = try? CatalogRecord(line: bytes),
      case .classDescribed(let name, var facts) = record.change,
      let reference = facts.reference, ids.contains(reference)
    else { return .kept }
    facts.reference = nil
    record.change = .classDescribed(name, facts)
    return .replaced(record.line)
  }
}

extension StagedFile {
  /// Appends a part of a catalog.
  fileprivate func append(
    _ range: Range<Int>, of file: borrowing CatalogFile
  ) throws(SystemError) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let bytes = try file.bytes(at: offset, count: min(1 << 20, range.upperBound - offset))
      guard !bytes.isEmpty else { return }
      try write(bytes.span)
      offset += bytes.count
    }
  }
}
