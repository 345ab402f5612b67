internal import CDigest

/// Compression to raw deflate streams, RFC 1951.
enum Deflate {
  /// The compressed form of some bytes at level 3, or nil unless it is shorter than they are.
  ///
  /// The level is fixed so that equal bytes give equal archives; texts are small beside pictures.
  static func compressed(_ data: [UInt8]) -> [UInt8]? {
    guard data.count > 1, let deflater = unsafe imgds_deflate_new() else { return nil }
    defer { unsafe imgds_deflate_free(deflater) }
    var consumed = 0
    var isComplete = false
    let stream = unsafe [UInt8](unsafeUninitializedCapacity: data.count - 1) { output, produced in
      unsafe data.withUnsafeBufferPointer { input in
        while !isComplete, produced < output.count {
          let rest = unsafe UnsafeBufferPointer(rebasing: input[consumed...])
          let room = unsafe UnsafeMutableBufferPointer(rebasing: output[produced...])
          let step = unsafe imgds_deflate_step(
            deflater, rest.baseAddress, rest.count, room.baseAddress, room.count, true)
          consumed += step.consumed
          produced += step.produced
          isComplete = step.state == imgds_stream_end
          guard step.state == imgds_stream_more, step.consumed + step.produced > 0 else { break }
        }
      }
    }
    return isComplete ? stream : nil
  }
}
