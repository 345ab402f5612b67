internal import CDigest

/// A SHA-256 digest under way, FIPS 180-4.
///
/// A plain value: a copy goes on from where the original stood. The processor's SHA instructions
/// are used where it has them.
package struct SHA256: Sendable {
  private var context = imgds_sha256()

  /// Begins the digest of no bytes.
  package init() {
    unsafe imgds_sha256_init(&context)
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe imgds_sha256_update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// The 32 bytes of the digest of all bytes so far; more may follow.
  package func finish() -> [UInt8] {
    var copy = context
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe imgds_sha256_final(&copy, &digest)
    return digest
  }
}
