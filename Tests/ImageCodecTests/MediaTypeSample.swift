import ImageCodec
import Testing

/// The beginning of a file, and the type it should be told to be.
struct MediaTypeSample: CustomTestStringConvertible, Sendable {
  let type: String
  let bytes: [UInt8]
  let testDescription: String

  /// ASCII text, in which `…` stands for four bytes that do not matter and `\0` for zero.
  init(_ type: String, _ text: String, then rest: [UInt8] = []) {
    self.type = type
    bytes =
      text.unicodeScalars.flatMap { scalar -> [UInt8] in
        scalar == "…" ? [0x10, 0x20, 0x01, 0x02] : [UInt8(truncatingIfNeeded: scalar.value)]
      } + rest
    testDescription = "\(type) from \(text.debugDescription.prefix(40))"
  }

  /// Bytes at an offset, with zeroes in front.
  init(_ type: String, at offset: Int = 0, _ bytes: [UInt8]) {
    self.type = type
    self.bytes = [UInt8](repeating: 0, count: offset) + bytes + [0, 0, 0, 1]
    testDescription = "\(type) from \(bytes.prefix(12)) at \(offset)"
  }

  /// The type that the bytes are told to be.
  var detected: MediaType { detectMediaType(bytes.span, isWhole: true) }
}
