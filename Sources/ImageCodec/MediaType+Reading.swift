extension Span<UInt8> {
  /// The unsigned number of `count` ≤ 8 bytes at an offset, first byte highest, or nil if any of
  /// them lies outside.
  func bigEndianWord(at offset: Int, count size: Int) -> UInt64? {
    guard offset >= 0, offset <= count - size else { return nil }
    var word: UInt64 = 0
    for index in offset..<offset + size { word = word << 8 | UInt64(self[index]) }
    return word
  }

  /// The unsigned number of `count` ≤ 8 bytes at an offset, first byte lowest, or nil if any of
  /// them lies outside.
  func littleEndianWord(at offset: Int, count size: Int) -> UInt64? {
    bigEndianWord(at: offset, count: size).map { $0.byteSwapped >> (64 - 8 * UInt64(size)) }
  }

  /// Whether ASCII text stands at an offset.
  ///
  /// With `ignoringCase` letters of either case will do; `text` must then be in lower case.
  func holds(_ text: StaticString, at offset: Int = 0, ignoringCase: Bool = false) -> Bool {
    let size = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count - size else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<size {
        var byte = self[offset + index]
        if ignoringCase, (0x41...0x5A).contains(byte) { byte |= 0x20 }
        guard unsafe byte == expected[index] else { return false }
      }
      return true
    }
  }

  /// The offset of the first occurrence of ASCII text that begins inside a range, or nil.
  func first(
    _ text: StaticString, in range: Range<Int>, ignoringCase: Bool = false
  ) -> Int? {
    range.clamped(to: 0..<count).first { holds(text, at: $0, ignoringCase: ignoringCase) }
  }

  /// Whether the PNG signature is followed by an `IHDR` chunk of the right length, or by Apple's
  /// `CgBI` chunk and then by one.
  var isPNG: Bool {
    guard bigEndianWord(at: 0, count: 8) == 0x8950_4E47_0D0A_1A0A else { return false }
    let header: UInt64 = 0x0000_000D_4948_4452
    return bigEndianWord(at: 8, count: 8) == header
      || bigEndianWord(at: 8, count: 8) == 0x0000_0004_4367_4249
        && bigEndianWord(at: 24, count: 8) == header
  }
}
