/// e to the powers that kernels are made of.
enum FastExponential {
  /// e to powers from −80 to 0, within 2 units in the last place.
  ///
  /// Two to the whole part by the exponent's bits, e to the rest by its series to the seventh power.
  /// Smaller powers give e to the −80.
  @inline(__always)
  static func of(_ power: SIMD4<Float>) -> SIMD4<Float> {
    let power = power.replacing(with: -80, where: power .< -80)
    // Adding 1.5 · 2²³ leaves the nearest whole number in the lowest bits.
    let shifted = power * 1.442_695_04 + 12_582_912
    let whole = shifted - 12_582_912
    // ln 2 in two parts, so that the rest keeps all its bits.
    let rest = (power - whole * 0.693_359_375) + whole * 0.000_212_194_44
    var series = rest * (1 / 5_040) + 1 / 720
    series = series * rest + 1 / 120
    series = series * rest + 1 / 24
    series = series * rest + 1 / 6
    series = series * rest + 0.5
    series = series * rest + 1
    series = series * rest + 1
    return series
      * SIMD4(
        powerOf2(shifted[0]), powerOf2(shifted[1]), powerOf2(shifted[2]), powerOf2(shifted[3]))
  }

  /// Two to the power that is in the lowest bits of a number.
  @inline(__always)
  private static func powerOf2(_ shifted: Float) -> Float {
    Float(bitPattern: (shifted.bitPattern &<< 23) &+ (127 << 23))
  }
}
