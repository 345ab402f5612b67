/// Lower-case hexadecimal digits, two a byte.
package enum Hexadecimal {
  /// The digits of some bytes, most significant nibble first.
  package static func encode(_ bytes: [UInt8]) -> ByteString {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    append(bytes, to: &text)
    return ByteString(text)
  }

  /// Appends the digits of some bytes to a buffer.
  package static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    for byte in bytes { append(byte, to: &text) }
  }

  /// Appends the two digits of a byte to a buffer.
  package static func append(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }

  /// Appends the 16 digits of a number to a buffer, without memory taken for each: a million ids are
  /// written.
  package static func append(_ number: UInt64, to text: inout [UInt8]) {
    var digits = InlineArray<16, UInt8>(repeating: 0)
    for place in digits.indices {
      digits[place] = digit(UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15)
    }
    text.append(digits.span)
  }

  /// The digits of some of the bytes of an array.
  package static func encode(_ bytes: ArraySlice<UInt8>) -> ByteString {
    encode(Array(bytes))
  }

  /// The digits of a number, most significant first, always `2 × size` of them.
  package static func encode(_ number: some FixedWidthInteger & UnsignedInteger) -> ByteString {
    encode(UInt64(number), digits: number.bitWidth / 4)
  }

  /// The arithmetic apart from the generic types, which other modules do not see through.
  private static func encode(_ number: UInt64, digits count: Int) -> ByteString {
    var text = [UInt8](repeating: 0, count: count)
    var rest = number
    for index in text.indices.reversed() {
      text[index] = digit(UInt8(truncatingIfNeeded: rest) & 15)
      rest >>= 4
    }
    return ByteString(text)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }

  /// The value of one digit of either case, or nil.
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The bytes that pairs of digits spell, or nil for another character or an odd count.
  package static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in stride(from: 0, to: text.count, by: 2) {
      guard let high = value(of: text[index]), let low = value(of: text[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// The number that lower-case digits spell, or nil: for another character, none, or too many.
  package static func number<Number: FixedWidthInteger & UnsignedInteger>(
    _ text: some Collection<UInt8>, as type: Number.Type = Number.self
  ) -> Number? {
    let digits = Array(text)
    guard digits.count <= Number.bitWidth / 4 else { return nil }
    return number(of: digits[...]).map { Number(truncatingIfNeeded: $0) }
  }

  /// The number that up to 16 lower-case digits spell, or nil for another character or none.
  package static func number(of digits: ArraySlice<UInt8>) -> UInt64? {
    guard !digits.isEmpty, digits.count <= 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard let value = value(of: digit), digit < 0x41 || digit > 0x46 else { return nil }
      number = number << 4 | UInt64(value)
    }
    return number
  }
}
