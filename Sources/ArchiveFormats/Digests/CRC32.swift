internal import CDigest

/// The CRC-32 of zip, gzip and PNG (ISO 3309).
package enum CRC32 {
  /// The checksum of some bytes, or of those that `continuing` is the checksum of and these.
  package static func of(_ bytes: Span<UInt8>, continuing checksum: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe imgds_crc32(checksum, buffer.baseAddress, buffer.count)
    }
  }
}
