internal import ByteText
internal import System

/// The `added` lines of some images that stand near each other in a catalog.
struct RecordBlock: Sendable {
  private let bytes: [UInt8]
  private let entries: ArraySlice<CatalogIndex.Entry>
  private let index: CatalogIndex

  /// The most bytes from the first line to the last.
  static let usualSize = 1 << 20
  /// About what a line takes, in bytes.
  private static let step = 1 << 12

  /// - Parameter entries: images in the order of their lines, at least one.
  init(
    _ file: borrowing OpenFile, _ entries: ArraySlice<CatalogIndex.Entry>, of index: CatalogIndex
  ) throws(SystemError) {
    self.entries = entries
    self.index = index
    let first = entries.first?.offset ?? 0
    let last = (entries.last?.offset ?? 0) - first
    var bytes = try file.bytes(at: first, count: last + Self.step)
    var searched = last
    while bytes.span.firstIndex(of: 0x0A, in: min(searched, bytes.count)..<bytes.count) == nil,
      bytes.count - last < CatalogFile.longestLine
    {
      searched = bytes.count
      bytes += try file.bytes(at: first + bytes.count, count: Self.step * 16)
      if bytes.count == searched { break }
    }
    self.bytes = bytes
  }

  /// Gives the records with what later lines changed, in the catalog's order.
  ///
  /// - Returns: where lines begin whose facts make no sense, and why they do not.
  func read(_ body: (ImageRecord) -> Void) -> [(offset: Int, message: String)] {
    forEachLine { entry, line throws(CatalogLine.Fault) in
      body(try index.record(of: entry, line))
    }
  }

  /// Counts the images by class, format and the like, without making records of them.
  ///
  /// - Returns: as ``read(_:)``.
  func count(into counts: inout StatsCounts) -> [(offset: Int, message: String)] {
    forEachLine { entry, line throws(CatalogLine.Fault) in
      if let quick = QuickFacts(line), quick.head.id == entry.id {
        counts.add(quick, in: Int(entry.className), entry.visibility)
      } else {
        let record = try index.record(of: entry, line)
        counts.add(record.facts, in: Int(entry.className), entry.visibility)
        counts.add(record.suggested, for: record.className)
      }
    }
  }

  /// Gives where each image lies and how many bytes it has; lines that make no sense are passed over.
  func readSizes(_ body: (ImagePlace, Int) -> Void) {
    _ = forEachLine { entry, line throws(CatalogLine.Fault) in
      let className = index.className(of: entry)
      if let head = CatalogLine.quickHead(line), head.id == entry.id {
        body(ImagePlace(className: className, id: head.id, format: head.format), head.bytes)
      } else {
        let record = try index.record(of: entry, line)
        body(record.place, record.facts.bytes)
      }
    }
  }

  private func forEachLine(
    _ body: (CatalogIndex.Entry, Span<UInt8>) throws(CatalogLine.Fault) -> Void
  ) -> [(offset: Int, message: String)] {
    let span = bytes.span
    let first = entries.first?.offset ?? 0
    var faults: [(offset: Int, message: String)] = []
    for entry in entries {
      let start = min(entry.offset - first, span.count)
      let end = span.firstIndex(of: 0x0A, in: start..<span.count) ?? span.count
      do throws(CatalogLine.Fault) {
        try body(entry, span.extracting(start..<end))
      } catch {
        faults.append((entry.offset, error.message))
      }
    }
    return faults
  }
}

extension CatalogIndex {
  /// An image as its `added` line and what came later say.
  func record(
    of entry: Entry, _ line: Span<UInt8>
  ) throws(CatalogLine.Fault) -> ImageRecord {
    var record: ImageRecord
    if let quick = quickRecord(of: entry, line) {
      record = quick
    } else {
      record = try plainRecord(of: entry, line)
    }
    if !remarks.isEmpty, let remarks = remarks[entry.id] {
      record.labels = remarks.labels
      record.description = remarks.description
    }
    return record
  }

  /// What any `added` line says.
  private func plainRecord(
    of entry: Entry, _ line: Span<UInt8>
  ) throws(CatalogLine.Fault) -> ImageRecord {
    let members = CatalogLine.members(line)
    let facts = try ImageFacts(members: members, of: line)
    guard facts.id == entry.id else { throw CatalogLine.Fault.member("id") }
    var record = ImageRecord(
      facts: facts, className: className(of: entry), source: CatalogLine.source(members, in: line),
      by: owner(of: entry), visibility: entry.visibility,
      added: members["time"]?.text(in: line).flatMap { Timestamp($0) } ?? Timestamp(seconds: 0))
    if let slice = members["suggested"] { record.suggested = Suggestion.list(slice, of: line) }
    return record
  }

  /// The same of a line that is written as most are; nil for another.
  private func quickRecord(of entry: Entry, _ line: Span<UInt8>) -> ImageRecord? {
    guard let quick = QuickFacts(line), quick.head.id == entry.id,
      let facts = ImageFacts(quick, of: line)
    else { return nil }
    return ImageRecord(
      facts: facts, className: className(of: entry),
      source: ByteString(line.array(quick.source)), by: owner(of: entry),
      visibility: entry.visibility,
      added: line.walk { $0.timestamp(quick.head.time) }
        ?? Timestamp(ByteString(line.array(quick.head.time))) ?? Timestamp(seconds: 0))
  }
}
