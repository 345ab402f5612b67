/// Reads JSON (RFC 8259) in place: values are ranges of the bytes, nothing is copied until asked for.
///
/// Made for catalogs of a million lines, of which most members are of no interest to whoever reads:
/// a value that is not asked for costs its bytes and no allocation. All ranges are offsets into the
/// span a function was given.
package enum JSONScanner {
  /// How many levels of arrays and objects there may be; deeper text is not read.
  package static let deepest = 64

  /// Calls `member` for each member of the object that the span holds, white space around it allowed.
  ///
  /// - Returns: false if the bytes are not one well-formed object; members before the fault have been
  ///   given by then.
  package static func object(
    _ bytes: Span<UInt8>, _ member: (_ key: Range<Int>, _ value: JSONSlice) -> Void
  ) -> Bool {
    var cursor = skipSpace(bytes, 0)
    guard walkObject(bytes, &cursor, deepest, member) else { return false }
    return skipSpace(bytes, cursor) == bytes.count
  }

  /// Whether bytes that could not be read open more than ``deepest`` arrays and objects at once.
  package static func nestsTooDeeply(_ bytes: Span<UInt8>) -> Bool {
    var depth = 0
    var cursor = 0
    while cursor < bytes.count, depth <= deepest {
      switch bytes[cursor] {
      case UInt8(ascii: "\""):
        guard string(bytes, &cursor) != nil else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      cursor += 1
    }
    return depth > deepest
  }

  /// Calls `member` for each member of an object found before.
  package static func object(
    _ bytes: Span<UInt8>, in slice: JSONSlice,
    _ member: (_ key: Range<Int>, _ value: JSONSlice) -> Void
  ) {
    var cursor = slice.range.lowerBound
    _ = slice.kind == .object && walkObject(bytes, &cursor, deepest, member)
  }

  /// Calls `element` for each element of an array found before.
  package static func array(
    _ bytes: Span<UInt8>, in slice: JSONSlice, _ element: (JSONSlice) -> Void
  ) {
    var cursor = slice.range.lowerBound
    _ = slice.kind == .array && walkArray(bytes, &cursor, deepest, element)
  }

  /// Whether the key at a range, escapes resolved, is this word of ASCII.
  package static func key(_ bytes: Span<UInt8>, _ range: Range<Int>, is word: StaticString) -> Bool
  {
    guard range.count == word.utf8CodeUnitCount else {
      guard range.count > word.utf8CodeUnitCount, isEscaped(bytes, range) else { return false }
      return text(bytes, ofKey: range) == ByteString(word.description)
    }
    return word.withUTF8Buffer { letters in
      (0..<range.count).allSatisfy { unsafe letters[$0] == bytes[range.lowerBound + $0] }
    }
  }

  /// The text of a key, escapes resolved; nil for an escape that is none.
  package static func text(_ bytes: Span<UInt8>, ofKey range: Range<Int>) -> ByteString? {
    JSONSlice(kind: .escapedText, range: range).text(in: bytes)
  }

  /// Whether a key holds an escape.
  static func isEscaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] == UInt8(ascii: "\\") }
  }

  private static func walkObject(
    _ bytes: Span<UInt8>, _ cursor: inout Int, _ depth: Int,
    _ member: (_ key: Range<Int>, _ value: JSONSlice) -> Void
  ) -> Bool {
    guard depth > 0, take(bytes, &cursor, UInt8(ascii: "{")) else { return false }
    cursor = skipSpace(bytes, cursor)
    if take(bytes, &cursor, UInt8(ascii: "}")) { return true }
    while true {
      guard let key = string(bytes, &cursor) else { return false }
      cursor = skipSpace(bytes, cursor)
      guard take(bytes, &cursor, UInt8(ascii: ":")) else { return false }
      cursor = skipSpace(bytes, cursor)
      guard let value = value(bytes, &cursor, depth - 1) else { return false }
      member(key.range, value)
      cursor = skipSpace(bytes, cursor)
      if take(bytes, &cursor, UInt8(ascii: "}")) { return true }
      guard take(bytes, &cursor, UInt8(ascii: ",")) else { return false }
      cursor = skipSpace(bytes, cursor)
    }
  }

  private static func walkArray(
    _ bytes: Span<UInt8>, _ cursor: inout Int, _ depth: Int, _ element: (JSONSlice) -> Void
  ) -> Bool {
    guard depth > 0, take(bytes, &cursor, UInt8(ascii: "[")) else { return false }
    cursor = skipSpace(bytes, cursor)
    if take(bytes, &cursor, UInt8(ascii: "]")) { return true }
    while true {
      guard let value = value(bytes, &cursor, depth - 1) else { return false }
      element(value)
      cursor = skipSpace(bytes, cursor)
      if take(bytes, &cursor, UInt8(ascii: "]")) { return true }
      guard take(bytes, &cursor, UInt8(ascii: ",")) else { return false }
      cursor = skipSpace(bytes, cursor)
    }
  }

  private static func value(_ bytes: Span<UInt8>, _ cursor: inout Int, _ depth: Int) -> JSONSlice? {
    guard cursor < bytes.count else { return nil }
    let start = cursor
    switch bytes[cursor] {
    case UInt8(ascii: "\""):
      return string(bytes, &cursor)
    case UInt8(ascii: "{"):
      guard walkObject(bytes, &cursor, depth, { _, _ in }) else { return nil }
      return JSONSlice(kind: .object, range: start..<cursor)
    case UInt8(ascii: "["):
      guard walkArray(bytes, &cursor, depth, { _ in }) else { return nil }
      return JSONSlice(kind: .array, range: start..<cursor)
    case UInt8(ascii: "t"):
      return word(bytes, &cursor, "true", .truth)
    case UInt8(ascii: "f"):
      return word(bytes, &cursor, "false", .truth)
    case UInt8(ascii: "n"):
      return word(bytes, &cursor, "null", .null)
    default:
      return number(bytes, &cursor)
    }
  }

  /// A string; its range is what stands between the quotes.
  private static func string(_ bytes: Span<UInt8>, _ cursor: inout Int) -> JSONSlice? {
    guard take(bytes, &cursor, UInt8(ascii: "\"")) else { return nil }
    let start = cursor
    var escaped = false
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\"") {
        let slice = JSONSlice(kind: escaped ? .escapedText : .text, range: start..<cursor)
        cursor += 1
        return slice
      }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        cursor += 1
      } else if byte < 0x20 {
        return nil
      }
      cursor += 1
    }
    return nil
  }

  private static func number(_ bytes: Span<UInt8>, _ cursor: inout Int) -> JSONSlice? {
    let start = cursor
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        cursor += 1
      default:
        return cursor == start ? nil : JSONSlice(kind: .number, range: start..<cursor)
      }
    }
    return cursor == start ? nil : JSONSlice(kind: .number, range: start..<cursor)
  }

  private static func word(
    _ bytes: Span<UInt8>, _ cursor: inout Int, _ word: StaticString, _ kind: JSONSlice.Kind
  ) -> JSONSlice? {
    let end = cursor + word.utf8CodeUnitCount
    guard end <= bytes.count, key(bytes, cursor..<end, is: word) else { return nil }
    defer { cursor = end }
    return JSONSlice(kind: kind, range: cursor..<end)
  }

  private static func take(_ bytes: Span<UInt8>, _ cursor: inout Int, _ byte: UInt8) -> Bool {
    guard cursor < bytes.count, bytes[cursor] == byte else { return false }
    cursor += 1
    return true
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var cursor = start
    while cursor < bytes.count {
      let byte = bytes[cursor]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { break }
      cursor += 1
    }
    return cursor
  }
}
