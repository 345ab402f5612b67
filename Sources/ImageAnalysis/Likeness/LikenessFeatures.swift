/// How a thumbnail's contrast is spread over its lowest frequencies, whatever its position.
///
/// Each is the root of c(u, v)² + c(v, u)² in 256ths of the whole, so that mirroring and turning a
/// picture change none, nor do brightness and contrast. Pictures that differ by more than
/// ``tolerance`` in any are no candidates of each other.
struct LikenessFeatures: Sendable {
  /// The orders, those first by which the index is sorted.
  private static let orders = [
    (1, 0), (2, 0), (1, 1), (2, 2), (2, 1), (3, 0), (3, 1), (3, 2), (4, 0),
  ]
  /// One less than the width of a cell of the index.
  static let tolerance: UInt8 = 31

  /// The values, in lanes; zero beyond them.
  let values: SIMD16<UInt8>

  /// The features of coefficients whose energy is not zero.
  init(_ frequencies: LowFrequencies, energy: Float) {
    var values = SIMD16<UInt8>()
    for (lane, (one, other)) in Self.orders.enumerated() {
      let (first, second) = (frequencies[one, other], frequencies[other, one])
      let share = (first * first + second * second).squareRoot() / energy
      values[lane] = UInt8(min(share * 256, 255))
    }
    self.values = values
  }

  /// The cell along one of the first four features, 0…7.
  func cell(_ lane: Int) -> Int { Int(values[lane] >> 5) }

  @inline(__always)
  func isNear(_ other: LikenessFeatures) -> Bool {
    let difference =
      pointwiseMax(values, other.values) &- pointwiseMin(values, other.values)
    return all(difference .<= Self.tolerance)
  }
}
