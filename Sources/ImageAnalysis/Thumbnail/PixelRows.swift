/// What is done to single rows before they are summed.
enum PixelRows {
  /// Whether every pixel of a row of 8-bit samples is opaque: the last of 2 or 4 channels is alpha.
  static func isOpaque(_ row: Span<UInt8>, count: Int, channels: Int) -> Bool {
    guard channels.isMultiple(of: 2) else { return true }
    var common = SIMD16<UInt8>(repeating: 255)
    let whole = count / 16
    for block in 0..<whole {
      common &= row.vector(at: block * 16, as: SIMD16<UInt8>.self)
    }
    var alpha: UInt8 = 255
    for lane in stride(from: channels - 1, to: 16, by: channels) {
      alpha &= common[lane]
    }
    for index in stride(from: whole * 16 + channels - 1, to: count, by: channels) {
      alpha &= row[index]
    }
    return alpha == 255
  }

  /// Brings native-endian 16-bit samples to the nearest of 8 bits.
  static func narrow(_ row: Span<UInt8>, count: Int, into result: inout [UInt8]) {
    if result.count != count { result = Array(repeating: 0, count: count) }
    for index in 0..<count {
      let sample = UInt32(row.native16(at: index * 2))
      result[index] = UInt8(truncatingIfNeeded: (sample &* 255 &+ 32_895) >> 16)
    }
  }

  /// The first pixel of a row that is at least half opaque.
  static func firstOpaque(in row: Span<UInt8>, channels: Int) -> UInt32? {
    for pixel in 0..<(row.count / channels) {
      if let found = opaquePixel(of: row, at: pixel, channels: channels) { return found }
    }
    return nil
  }

  /// A pixel packed as 0xBBGGRR, if it is at least half opaque.
  @inline(__always)
  static func opaquePixel(of row: Span<UInt8>, at pixel: Int, channels: Int) -> UInt32? {
    let offset = pixel * channels
    if channels.isMultiple(of: 2), row[offset + channels - 1] < 128 { return nil }
    let first = UInt32(row[offset])
    guard channels > 2 else { return first &* 0x01_0101 }
    return first | UInt32(row[offset + 1]) << 8 | UInt32(row[offset + 2]) << 16
  }
}
