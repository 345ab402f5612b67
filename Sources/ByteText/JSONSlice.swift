/// A JSON value as a range of the bytes it was found in.
package struct JSONSlice: Sendable {
  package enum Kind: Sendable {
    /// A string without escapes: its bytes are its text.
    case text
    /// A string with escapes.
    case escapedText
    case number, truth, null, object, array
  }

  package let kind: Kind
  /// The value's bytes; of a string what stands between its quotes.
  package let range: Range<Int>

  /// The text of a string, escapes resolved; nil for another kind or an escape that is none.
  package func text(in bytes: Span<UInt8>) -> ByteString? {
    switch kind {
    case .text: ByteString(bytes.array(range))
    case .escapedText: unescaped(bytes)
    default: nil
    }
  }

  /// The value of a whole number, however it is written (`60`, `60.0`, `6e1`), or nil.
  package func integer(in bytes: Span<UInt8>) -> Int? {
    guard kind == .number else { return nil }
    var digits = bytes.array(range)[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits = digits.dropFirst() }
    let number = Decimal.number(digits) ?? Decimal.wholeNumber(scientific: digits)
    return number.map { negative ? -$0 : $0 }
  }

  /// The value of a number, or nil.
  package func double(in bytes: Span<UInt8>) -> Double? {
    guard kind == .number else { return nil }
    return Double(String(decoding: bytes.array(range), as: UTF8.self))
  }

  /// The value of `true` or `false`, or nil.
  package func truth(in bytes: Span<UInt8>) -> Bool? {
    kind == .truth ? bytes[range.lowerBound] == UInt8(ascii: "t") : nil
  }

  private func unescaped(_ bytes: Span<UInt8>) -> ByteString? {
    var text = ByteString()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard index < range.upperBound else { return nil }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(bytes, &index) else { return nil }
        text.append(ByteString(String(scalar)))
      default: return nil
      }
    }
    return text
  }

  /// The scalar behind `\u`, of two surrogates where the first announces one; U+FFFD for a lone one.
  private func scalar(_ bytes: Span<UInt8>, _ index: inout Int) -> Unicode.Scalar? {
    guard let high = unit(bytes, index) else { return nil }
    index += 4
    if (0xD800..<0xDC00).contains(high), index + 6 <= range.upperBound,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
      let low = unit(bytes, index + 2), (0xDC00..<0xE000).contains(low)
    {
      index += 6
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private func unit(_ bytes: Span<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= range.upperBound else { return nil }
    var number: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = Hexadecimal.value(of: bytes[index]) else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}
