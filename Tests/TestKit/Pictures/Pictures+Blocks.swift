extension Pictures {
  /// A PNG of 9 × 9 blocks of greys by seed, of any size: the same seed is the same picture, which
  /// can be told by its structure.
  package static func blocks(
    _ seed: Int, side: Int = 90, light: Int = 0, colour: PNG.Colour = .rgb
  ) -> [UInt8] {
    PNG(width: side, height: side, colour: colour, depth: 8) { x, y, _ in
      let block = UInt64(x * 9 / side * 9 + y * 9 / side) &+ UInt64(seed) &* 1009
      var mixed = block &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
      mixed = mixed &* 0xBF58_476D_1CE4_E5B9
      return Int((mixed ^ mixed >> 32) % 200) + light
    }.encoded
  }
}
