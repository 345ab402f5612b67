/// Base64 with the standard alphabet and padding (RFC 4648, section 4).
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Four characters for every three bytes begun.
  package static func encode(_ string: ByteString) -> ByteString {
    let bytes = string.bytes
    var text = ByteString()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        bits <<= 6
        text.append(place <= group.count ? alphabet[bits >> 24 & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }

  /// The bytes that a text stands for, or nil if it is none that ``encode(_:)`` gives.
  package static func decode(_ text: ByteString) -> ByteString? {
    var decoded = ByteString()
    for start in stride(from: 0, to: text.count, by: 4) {
      let digits = text.bytes[start...].prefix(4).compactMap { alphabet.firstIndex(of: $0) }
      guard digits.count > 1 else { return nil }
      let bits = digits.reduce(0) { $0 << 6 | $1 } << (6 * (4 - digits.count))
      for place in 1..<digits.count {
        decoded.append(UInt8(truncatingIfNeeded: bits >> (24 - 8 * place)))
      }
    }
    return encode(decoded) == text ? decoded : nil
  }
}
