internal import ByteText
internal import System

/// The `added` lines of some images that stand near each other in a catalog.
struct RecordBlock: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins in ``bytes``.
  private let starts: [Int]
  private let entries: ArraySlice<CatalogIndex.Entry>
  private let index: CatalogIndex

  /// About the most bytes that are read.
  static let usualSize = 1 << 20
  /// About what a line takes, in bytes.
  private static let step = 1 << 12
  /// What lies between lines that are not worth reading together.
  private static let farApart = 1 << 14

  /// - Parameter entries: images in the order of their lines, at least one.
  init(
    _ file: borrowing OpenFile, _ entries: ArraySlice<CatalogIndex.Entry>, of index: CatalogIndex
  ) throws(SystemError) {
    self.entries = entries
    self.index = index
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for near in entries.runs(where: { $1.offset - $0.offset < Self.farApart }) {
      let first = near.first?.offset ?? 0
      starts += near.map { bytes.count + $0.offset - first }
      let piece = try Self.lines(file, from: first, to: near.last?.offset ?? 0)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The bytes from where a line begins to where another, or the same, ends.
  private static func lines(
    _ file: borrowing OpenFile, from first: Int, to offset: Int
  ) throws(SystemError) -> [UInt8] {
    let last = offset - first
    var bytes = try file.bytes(at: first, count: last + step)
    var searched = last
    while bytes.span.firstIndex(of: 0x0A, in: min(searched, bytes.count)..<bytes.count) == nil,
      bytes.count - last < CatalogFile.longestLine
    {
      searched = bytes.count
      bytes += try file.bytes(at: first + bytes.count, count: step * 16)
      if bytes.count == searched { break }
    }
    return bytes
  }

  /// How many of the first of some images, in the order of their lines, are read as one block.
  static func length(of entries: ArraySlice<CatalogIndex.Entry>) -> Int {
    var bytes = 0
    var last = entries.first?.offset ?? 0
    for (count, entry) in entries.prefix(1_024).enumerated() {
      bytes += min(entry.offset - last, farApart)
      if bytes >= usualSize { return count }
      last = entry.offset
    }
    return min(entries.count, 1_024)
  }

  /// Gives the records with what later lines changed, in the catalog's order.
  ///
  /// - Returns: where lines begin whose facts make no sense, and why they do not.
  func read(_ body: (ImageRecord) -> Void) -> [(offset: Int, message: String)] {
    forEachLine { entry, line throws(CatalogLine.Fault) in
      body(try index.record(of: entry, line))
    }
  }

  /// The same for whom a line's facts may be enough: `quick` says whether they were.
  func read(
    quickly quick: (CatalogIndex.Entry, QuickFacts, Span<UInt8>) -> Bool,
    _ body: (ImageRecord) -> Void
  ) -> [(offset: Int, message: String)] {
    var facts = QuickFacts()
    return forEachLine { entry, line throws(CatalogLine.Fault) in
      if facts.read(line, from: 0) != nil, facts.head.id == entry.id, quick(entry, facts, line) {
        return
      }
      body(try index.record(of: entry, line))
    }
  }

  /// Asks a sieve of the images as they are after all lines.
  ///
  /// - Returns: them with its answers, without those whose facts make no sense, of which it says as
  ///   ``read(_:)``.
  func sift(
    by sieve: LineSieve
  ) -> (entries: [CatalogIndex.Entry], faults: [(offset: Int, message: String)]) {
    var sifted: [CatalogIndex.Entry] = []
    let faults = forEachLine { entry, line throws(CatalogLine.Fault) in
      var entry = entry
      sieve.sift(&entry, try index.record(of: entry, line))
      sifted.append(entry)
    }
    return (sifted, faults)
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

  /// Takes out again what the lines were counted for as they stand.
  func takeOut(of counts: inout StatsCounts, _ counting: LineCounting) {
    _ = forEachLine { _, line in
      guard let facts = QuickFacts(line) else { return }
      let name = ByteString(line.array(facts.head.className))
      guard let number = index.number(of: name) else { return }
      counting.count(facts, of: line, in: number, into: &counts, times: -1)
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
    var faults: [(offset: Int, message: String)] = []
    for (entry, start) in zip(entries, starts) {
      let start = min(start, span.count)
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
    var record = try ImageRecord(added: line)
    guard record.facts.id == entry.id else { throw CatalogLine.Fault.member("id") }
    record.className = className(of: entry)
    record.by = owner(of: entry)
    record.visibility = entry.visibility
    // Labels and description are those of ``remarks``, which later lines may have taken away.
    record.labels = []
    record.description = nil
    return record
  }

  /// The same of a line that is written as most are; nil for another.
  private func quickRecord(of entry: Entry, _ line: Span<UInt8>) -> ImageRecord? {
    guard let quick = QuickFacts(line), quick.head.id == entry.id else { return nil }
    return ImageRecord(
      facts: ImageFacts(quick, of: line), className: className(of: entry),
      source: ByteString(line.array(quick.source)), by: owner(of: entry),
      visibility: entry.visibility, added: Timestamp(seconds: quick.seconds))
  }
}
