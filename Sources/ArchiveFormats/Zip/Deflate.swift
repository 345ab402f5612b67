internal import CDigest

/// Compression to raw deflate streams, RFC 1951.
enum Deflate {
  /// Compresses some bytes, at most 1 GiB, as a part of a stream that owes nothing to the parts before
  /// it, so that those of a long text can be made on several threads.
  ///
  /// The level is fixed so that equal bytes give equal archives; texts are small beside pictures.
  static func part(_ data: [UInt8]) -> [UInt8] {
    // What cannot be compressed grows by five bytes for each 32 KiB.
    let room = data.count + data.count / 1_024 + 64
    let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, produced in
      produced = unsafe data.withUnsafeBufferPointer { input in
        unsafe imgds_deflate_part(input.baseAddress, input.count, output.baseAddress, room)
      }
    }
    precondition(!part.isEmpty, "there is no memory to compress with")
    return part
  }

  /// What ends a stream: an empty block of fixed codes.
  static let end: [UInt8] = [0x03, 0x00]
}
