package import ByteText

/// A SHA-256 digest that lies where it is kept, for those who keep a million of them.
package struct SHA256Digest: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// - Parameter bytes: the 32 bytes of the digest.
  package init(_ bytes: [UInt8]) {
    func word(_ number: Int) -> UInt64 {
      bytes.dropFirst(number * 8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// - Parameter words: the digest as four numbers, most significant first.
  package init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = words
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// The 64 hex digits.
  package var text: ByteString {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    append(to: &text)
    return ByteString(text)
  }

  /// Appends the 64 hex digits to a buffer.
  package func append(to text: inout [UInt8]) {
    Hexadecimal.append(first, to: &text)
    Hexadecimal.append(second, to: &text)
    Hexadecimal.append(third, to: &text)
    Hexadecimal.append(fourth, to: &text)
  }
}
