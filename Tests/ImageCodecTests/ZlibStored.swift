import TestKit

/// A zlib stream (RFC 1950) of stored blocks.
func zlibStored(_ bytes: [UInt8]) -> [UInt8] {
  var stream: [UInt8] = [0x78, 0x01]
  var start = 0
  repeat {
    let end = min(start + 65_535, bytes.count)
    let count = UInt16(end - start)
    stream.append(end == bytes.count ? 1 : 0)
    stream += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
    stream += bytes[start..<end]
    start = end
  } while start < bytes.count
  return stream + Checksums.adler32(bytes).bigEndianBytes
}
