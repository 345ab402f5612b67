internal import ByteText
internal import ImageCodec

extension CatalogLine {
  /// What the index needs of an `added` line, as places in the line.
  struct QuickHead {
    var id: ImageID
    var className: Range<Int>
    var by: Range<Int>
    var format: ImageFormat
    var isPrivate: Bool
  }

  /// Reads an `added` line that is written just as ``CatalogRecord/line`` writes it: beginning with
  /// type, id, class, time, by and the first facts, ending with the visibility.
  ///
  /// What stands between is not looked at, which makes folding a catalog as fast as finding its
  /// newlines; `verify` reads every line whole.
  ///
  /// - Returns: nil for any other line, which is then to be read whole.
  static func quickHead(_ line: Span<UInt8>) -> QuickHead? {
    let isPrivate = ends(line, Words.private)
    guard isPrivate || ends(line, Words.public) else { return nil }
    var cursor = 0
    guard take(line, &cursor, Words.id), cursor + 16 < line.count,
      let id = number(line, cursor)
    else { return nil }
    cursor += 16
    guard take(line, &cursor, Words.className), let className = text(line, &cursor),
      take(line, &cursor, Words.time), text(line, &cursor) != nil,
      take(line, &cursor, Words.by), let by = text(line, &cursor),
      take(line, &cursor, Words.sha256), let sha256 = text(line, &cursor), sha256.count == 64,
      take(line, &cursor, Words.bytes)
    else { return nil }
    while cursor < line.count, line[cursor] &- 0x30 < 10 { cursor += 1 }
    let format: ImageFormat
    if take(line, &cursor, Words.png) {
      format = .png
    } else if take(line, &cursor, Words.jpeg) {
      format = .jpeg
    } else {
      return nil
    }
    return QuickHead(
      id: ImageID(number: id), className: className, by: by, format: format, isPrivate: isPrivate)
  }

  private enum Words {
    static let id = Array("{\"type\":\"added\",\"id\":\"".utf8)
    static let className = Array("\",\"class\":\"".utf8)
    static let time = Array("\",\"time\":\"".utf8)
    static let by = Array("\",\"by\":\"".utf8)
    static let sha256 = Array("\",\"sha256\":\"".utf8)
    static let bytes = Array("\",\"bytes\":".utf8)
    static let png = Array(",\"format\":\"png\",".utf8)
    static let jpeg = Array(",\"format\":\"jpeg\",".utf8)
    static let `public` = Array(",\"visibility\":\"public\"}".utf8)
    static let `private` = Array(",\"visibility\":\"private\"}".utf8)
  }

  private static func ends(_ line: Span<UInt8>, _ word: [UInt8]) -> Bool {
    var cursor = line.count - word.count
    return cursor >= 0 && take(line, &cursor, word)
  }

  private static func take(_ line: Span<UInt8>, _ cursor: inout Int, _ word: [UInt8]) -> Bool {
    guard line.count - cursor >= word.count else { return false }
    for index in word.indices where line[cursor + index] != word[index] { return false }
    cursor += word.count
    return true
  }

  /// A string without escapes; the cursor is left at its closing quote.
  private static func text(_ line: Span<UInt8>, _ cursor: inout Int) -> Range<Int>? {
    let start = cursor
    while cursor < line.count {
      let byte = line[cursor]
      if byte == UInt8(ascii: "\"") { return start..<cursor }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      cursor += 1
    }
    return nil
  }

  /// The value of 16 lower-case hex digits.
  private static func number(_ line: Span<UInt8>, _ start: Int) -> UInt64? {
    var number: UInt64 = 0
    for index in start..<start + 16 {
      let byte = line[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      number = number << 4 | UInt64(digit)
    }
    return number
  }
}
