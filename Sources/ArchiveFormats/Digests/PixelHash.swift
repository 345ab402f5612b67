internal import CDigest

/// A fast 128-bit hash of decoded pixels, to find pictures that look the same to the last bit.
///
/// Not cryptographic, and its values are not to be stored: who means to can make two pictures of
/// one hash, and the design may change.
package struct PixelHash: Sendable {
  /// The hash of a picture: equal for equal bytes, and else different but for chance.
  package struct Value: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64
  }

  private var context = imgds_mix128()

  /// Begins the hash of no bytes.
  package init() {
    unsafe imgds_mix128_init(&context)
  }

  /// Takes in more bytes, for example a row; how they are cut does not count.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe imgds_mix128_update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// The hash of all bytes so far; more may follow.
  package func finish() -> Value {
    var copy = context
    let value = unsafe imgds_mix128_final(&copy)
    return Value(high: value.high, low: value.low)
  }
}
