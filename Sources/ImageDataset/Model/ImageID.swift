package import ByteText

/// Names an image: the first 64 bits of the SHA-256 of its file's bytes, as 16 lower-case hex digits.
package struct ImageID: Hashable, Comparable, Sendable {
  /// The first 8 bytes of the digest, big-endian, so that numbers sort as their texts do.
  package let number: UInt64

  package init(number: UInt64) {
    self.number = number
  }

  /// The id that belongs to a SHA-256 digest of 32 bytes.
  package init(digest: [UInt8]) {
    number = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The id that exactly 16 lower-case hex digits spell, or nil.
  package init?(_ text: ByteString) {
    guard text.count == 16, let number: UInt64 = Hexadecimal.number(of: text.bytes[...]) else {
      return nil
    }
    self.number = number
  }

  package var text: ByteString { Hexadecimal.encode(number) }

  package static func < (left: ImageID, right: ImageID) -> Bool {
    left.number < right.number
  }
}
