import ArchiveFormats
import CDigest
import Testing

/// The checksum bit by bit, as ISO 3309 defines it.
private func crcByDefinition(_ bytes: ArraySlice<UInt8>, continuing checksum: UInt32) -> UInt32 {
  var register = ~checksum
  for byte in bytes {
    register ^= UInt32(byte)
    for _ in 0..<8 {
      let isOdd = register & 1 == 1
      register >>= 1
      if isOdd { register ^= 0xedb8_8320 }
    }
  }
  return ~register
}

@Suite struct CRC32Tests {
  @Test func `gives the check value of the catalogues`() {
    #expect(CRC32.of([UInt8]("123456789".utf8).span) == 0xcbf4_3926)
    #expect(CRC32.of([UInt8]().span) == 0)
  }

  @Test func `is right at every short length`() {
    let bytes = Noise.bytes(700)
    for count in 0...bytes.count {
      let expected = crcByDefinition(bytes[..<count], continuing: 0)
      #expect(CRC32.of(bytes.span.extracting(..<count)) == expected, "\(count) bytes")
    }
  }

  @Test func `is right at random lengths, places and beginnings`() {
    let bytes = Noise.bytes(2_000)
    var noise = Noise(seed: 2)
    for _ in 0..<100 {
      let start = Int.random(in: 0..<200, using: &noise)
      let end = Int.random(in: start...bytes.count, using: &noise)
      let before = UInt32.random(in: 0...UInt32.max, using: &noise)
      let expected = crcByDefinition(bytes[start..<end], continuing: before)
      let found = CRC32.of(bytes.span.extracting(start..<end), continuing: before)
      #expect(found == expected, "\(start)..<\(end)")
    }
  }
}
