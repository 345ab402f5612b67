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
}
