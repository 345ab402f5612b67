/// Bytes without pattern, the same on every run.
struct Noise: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64 = 1) {
    state = seed
  }

  /// SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  static func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var noise = Noise(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: noise.next()) }
  }
}
