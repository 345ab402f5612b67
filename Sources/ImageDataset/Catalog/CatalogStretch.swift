internal import ByteText
internal import System

/// What a stretch of a catalog says, read apart from what stands before it.
///
/// Lines that only add an image are understood here, on any thread; all others are kept as they are,
/// for whoever folds the stretches in order.
struct CatalogStretch: Sendable {
  /// A line that is to be folded in its turn.
  struct Line: Sendable {
    let position: CatalogFile.Position
    /// How many images are added before it.
    let heads: Int
    /// Where it stands in ``text``.
    let range: Range<Int>
  }

  /// The images that are added; their names are numbered in ``names``.
  private(set) var heads: [CatalogIndex.Entry] = []
  private(set) var lines: [Line] = []
  private(set) var text: [UInt8] = []
  private(set) var lineCount = 0
  /// What the images come to, if they are counted; classes by their numbers in ``names``.
  private(set) var counts = StatsCounts()
  /// Where the last line ends in the file; nil if there is none.
  private(set) var end: Int?
  private var numbers = NameNumbers()

  var names: [ByteString] { numbers.names }

  /// - Parameters:
  ///   - counting: counts the images.
  ///   - sieve: is asked of each of them.
  ///   - wanted: the only image whose line is taken, if one is looked for.
  init(
    _ block: LineBlock, counting: LineCounting? = nil, sieve: LineSieve? = nil,
    of wanted: ImageID? = nil
  ) {
    var sieve = sieve
    var heads: [CatalogIndex.Entry] = []
    var lines: [Line] = []
    var text: [UInt8] = []
    var numbers = NameNumbers()
    var counts = StatsCounts()
    var facts = QuickFacts()
    (lineCount, end) = block.forEachLine { bytes, start, position in
      guard wanted == nil, let end = facts.read(bytes, from: start),
        end - start <= CatalogFile.longestLine
      else { return nil }
      let head = facts.head
      var entry = CatalogIndex.Entry(
        id: head.id, className: numbers.number(of: head.className, in: bytes),
        owner: numbers.number(of: head.by, in: bytes),
        visibility: head.isPrivate ? .private : .public, format: head.format,
        stands: counting != nil, size: UInt32(exactly: head.bytes) ?? 0, offset: position.offset)
      counting?.count(facts, of: bytes, in: entry.className, into: &counts)
      sieve?.sift(&entry, facts, of: bytes, numbers)
      heads.append(entry)
      return end
    } _: { line, position in
      if let wanted, let id = CatalogLine.quickID(line), id != wanted { return }
      if let record = Self.plainRecord(line) {
        heads.append(
          CatalogIndex.Entry(
            record, className: numbers.number(of: record.className),
            owner: numbers.number(of: record.by), sieve: sieve, offset: position.offset))
      } else {
        let start = text.count
        text += line.array(0..<line.count)
        lines.append(Line(position: position, heads: heads.count, range: start..<text.count))
      }
    }
    self.heads = heads
    self.lines = lines
    self.text = text
    self.numbers = numbers
    self.counts = counts
  }

  /// What an `added` line of another form says, if that is all there is to it: remarks are folded in
  /// their turn.
  private static func plainRecord(_ line: Span<UInt8>) -> ImageRecord? {
    guard let head = try? CatalogLine.head(line), head.type == "added",
      let record = try? ImageRecord(added: line), ImageRemarks(record).isEmpty
    else { return nil }
    return record
  }

  /// Whether a line adds an image.
  func adds(_ id: ImageID) -> Bool {
    let names = heads.filter { $0.id == id }.map { self.names[Int($0.className)] }
    if names.contains(where: { ClassName.fault(in: $0) == nil }) { return true }
    let span = text.span
    return lines.contains { line in
      let line = span.extracting(line.range)
      guard let head = try? CatalogLine.head(line), head.type == "added", head.id == id else {
        return false
      }
      return (try? ImageRecord(added: line)) != nil
    }
  }

  /// The number in its stretch of the line of an added image.
  func lineNumber(ofHead place: Int) -> Int {
    place + 1 + lines.count { $0.heads <= place }
  }
}
