internal import ByteText
internal import System

/// The lines of a catalog that begin in a range of its bytes, so that several threads can read it.
struct LineBlock: Sendable {
  /// The usual length of a range: it stays in a core's cache between reading and looking.
  static let usualSize = 1 << 20
  private static let step = 1 << 16
  /// What is read behind a range for the end of its last line, which is rarely longer.
  private static let overhang = 1 << 12

  /// From the range's first byte, or the one before it, to the end of its last line.
  private let bytes: [UInt8]
  /// Where ``bytes`` begins in the file.
  private let offset: Int
  /// Where the first line begins in ``bytes``.
  private let start: Int
  /// Where the last line ends in ``bytes``; what follows has no newline, and is none.
  private let end: Int
  /// Where in the file the newline is of a last line that stands in ``bytes`` without it.
  private var openLineEnd: Int?

  /// - Parameters:
  ///   - range: which bytes of the file.
  ///   - begin: where the first line of the file begins that is asked for.
  ///   - limit: the bytes of the file that are looked at; a line without its newline there is none.
  init(
    _ file: borrowing OpenFile, _ range: Range<Int>, from begin: Int, upTo limit: Int
  ) throws(SystemError) {
    // The byte before tells whether a line begins with the range.
    offset = max(begin, range.lowerBound - 1)
    let reach = min(range.upperBound + Self.overhang, limit)
    var bytes = try file.bytes(at: offset, count: reach - offset)
    let own = min(range.upperBound - offset, bytes.count)
    let before = range.lowerBound - offset
    start =
      before == 0 ? 0 : bytes.span.firstIndex(of: 0x0A, in: 0..<own).map { $0 + 1 } ?? own
    let lastLine = bytes[start..<own].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
    if lastLine < own, let newline = bytes.span.firstIndex(of: 0x0A, in: own..<bytes.count) {
      openLineEnd = offset + newline
      bytes.removeLast(bytes.count - newline)
    } else if lastLine == own {
      bytes.removeLast(bytes.count - own)
    }
    var end = offset + bytes.count
    while lastLine < bytes.count, openLineEnd == nil, end < limit {
      let piece = try file.bytes(at: end, count: min(Self.step, limit - end))
      if piece.isEmpty { break }
      let newline = piece.span.firstIndex(of: 0x0A, in: 0..<piece.count)
      let room = max(0, CatalogFile.longestLine + 1 - (bytes.count - lastLine))
      bytes += piece.prefix(min(newline ?? piece.count, room))
      openLineEnd = newline.map { end + $0 }
      end += piece.count
    }
    self.bytes = bytes
    self.end = openLineEnd == nil ? lastLine : bytes.count
  }

  /// Calls `body` with each line, its number among them from 1 and where it begins in the file.
  ///
  /// A line that is too long is given as its first ``CatalogFile/longestLine`` bytes and one more.
  ///
  /// - Parameter quick: is asked before of each line, which begins at a place of some bytes, and says
  ///   where it ends if it understood it; `body` is called for the others alone.
  /// - Returns: how many there are, and where the last of them ends, its newline included.
  func forEachLine(
    quick: (_ bytes: Span<UInt8>, _ start: Int, _ place: CatalogFile.Position) -> Int? = {
      _, _, _ in
      nil
    },
    _ body: (_ line: Span<UInt8>, _ place: CatalogFile.Position) -> Void
  ) -> (lines: Int, end: Int?) {
    let span = bytes.span.extracting(..<end)
    var lines = 0
    var line = start
    while line < span.count {
      lines += 1
      let place = CatalogFile.Position(number: lines, offset: offset + line)
      if let end = quick(span, line, place) {
        line = end + 1
        continue
      }
      let newline = span.firstIndex(of: 0x0A, in: line..<span.count) ?? span.count
      body(span.extracting(line..<newline), place)
      line = newline + 1
    }
    guard let openLineEnd else { return (lines, lines > 0 ? offset + line : nil) }
    return (lines, openLineEnd + 1)
  }
}
