/// CRC-32 as PNG uses it (PNG, third edition, annex D), bit by bit.
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}

/// Adler-32 (RFC 1950, section 8).
func adler32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  let (a, b) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
    let a = (sums.0 + UInt32(byte)) % 65_521
    return (a, (sums.1 + a) % 65_521)
  }
  return b << 16 | a
}

/// The bytes of an integer, most significant first.
func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  stride(from: value.bitWidth - 8, through: 0, by: -8).map {
    UInt8(truncatingIfNeeded: value >> $0)
  }
}

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
  return stream + bigEndian(adler32(bytes))
}
