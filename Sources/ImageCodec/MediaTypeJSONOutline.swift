/// A check that bytes are JSON (RFC 8259) whose top level is an object or an array.
///
/// Only the grammar is looked at, by one pass with one bit a nesting level, so hostile input costs
/// no stack. Depth is limited to 500; deeper text is not called JSON. Where the file goes on behind
/// the bytes at hand, being right so far is enough.
struct MediaTypeJSONOutline {
  private let end: Int
  private let isWhole: Bool
  private var cursor = 0
  private var isObjectAtLevel: [Bool] = []

  /// An outline of `count` bytes, which are all of the file if `isWhole`.
  init(count: Int, isWhole: Bool) {
    end = count
    self.isWhole = isWhole
  }

  /// `application/json`, `application/x-ndjson` where several values stand on lines of their own,
  /// or nil.
  mutating func type(of bytes: Span<UInt8>) -> MediaType? {
    var values = 0
    repeat {
      skipSpace(bytes)
      if cursor == end { break }
      guard bytes[cursor] == UInt8(ascii: "{") || bytes[cursor] == UInt8(ascii: "["),
        value(bytes)
      else { return nil }
      values += 1
    } while cursor < end
    guard values > 0, isWhole || cursor == end else { return nil }
    return MediaType(values == 1 ? "application/json" : "application/x-ndjson")
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while cursor < end {
      switch bytes[cursor] {
      case 0x20, 0x09, 0x0A, 0x0D: cursor += 1
      default: return
      }
    }
  }

  /// Passes over one value and whatever is nested in it; false where the grammar is broken.
  private mutating func value(_ bytes: Span<UInt8>) -> Bool {
    isObjectAtLevel.removeAll(keepingCapacity: true)
    repeat {
      guard opening(bytes) else { return cursor == end && !isWhole }
      guard closings(bytes) else { return cursor == end && !isWhole }
    } while !isObjectAtLevel.isEmpty && cursor < end
    return isObjectAtLevel.isEmpty || !isWhole
  }

  /// Passes over a scalar, an empty container, or all that stands before the first scalar.
  private mutating func opening(_ bytes: Span<UInt8>) -> Bool {
    while true {
      skipSpace(bytes)
      if isObjectAtLevel.last == true, !key(bytes) { return false }
      guard cursor < end else { return false }
      let byte = bytes[cursor]
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else { return scalar(bytes) }
      cursor += 1
      isObjectAtLevel.append(byte == UInt8(ascii: "{"))
      guard isObjectAtLevel.count <= 500 else { return false }
      skipSpace(bytes)
      if cursor < end, bytes[cursor] == byte + 2 {
        cursor += 1
        isObjectAtLevel.removeLast()
        return true
      }
    }
  }

  /// Passes over closing brackets up to a comma; leaves no level if the value ends.
  private mutating func closings(_ bytes: Span<UInt8>) -> Bool {
    while let isObject = isObjectAtLevel.last {
      skipSpace(bytes)
      guard cursor < end else { return false }
      let byte = bytes[cursor]
      cursor += 1
      if byte == UInt8(ascii: ",") { return true }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
      isObjectAtLevel.removeLast()
    }
    return true
  }

  private mutating func key(_ bytes: Span<UInt8>) -> Bool {
    guard cursor < end, bytes[cursor] == UInt8(ascii: "\""), scalar(bytes) else { return false }
    skipSpace(bytes)
    guard cursor < end, bytes[cursor] == UInt8(ascii: ":") else { return false }
    cursor += 1
    skipSpace(bytes)
    return true
  }

  /// Passes over a string, a number or a literal; numbers and literals by their letters only.
  private mutating func scalar(_ bytes: Span<UInt8>) -> Bool {
    if bytes[cursor] == UInt8(ascii: "\"") {
      cursor += 1
      while cursor < end, bytes[cursor] != UInt8(ascii: "\"") {
        guard bytes[cursor] >= 0x20 else { return false }
        cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard cursor < end else {
        cursor = end
        return false
      }
      cursor += 1
      return true
    }
    for literal in ["true", "false", "null"] as [StaticString]
    where bytes.holds(literal, at: cursor) {
      cursor += literal.utf8CodeUnitCount
      return true
    }
    let start = cursor
    scan: while cursor < end {
      switch bytes[cursor] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: cursor += 1
      default: break scan
      }
    }
    return cursor > start
  }
}
