/// How a thumbnail's contrast is spread over its lowest frequencies, whatever its position.
///
/// Eight shares, each the root of c(u, v)² + c(v, u)² in 111ths of the whole, so that mirroring and
/// turning a picture change none, nor do brightness and contrast. Pictures that differ by more than
/// ``tolerance`` in any are no candidates of each other. A share is a byte whose highest bit is
/// free, so that all eight are compared in a few operations on one word.
struct LikenessFeatures: Sendable {
  /// The orders, those first by which the index is sorted.
  private static let orders = [
    (1, 0), (2, 0), (1, 1), (2, 2), (2, 1), (3, 0), (3, 2), (4, 0),
  ]
  private static let largest: Float = 111
  private static let tolerance: UInt64 = 13
  private static let inEveryByte: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// One more than the tolerance, so that what is near lies in the same cell or beside it.
  private static let cellWidth: UInt64 = 14
  /// How many cells there are along one feature.
  static let cells = 8

  private let shares: UInt64

  /// The features of coefficients whose energy is not zero.
  init(_ frequencies: LowFrequencies, energy: Float) {
    var shares: UInt64 = 0
    for (place, (one, other)) in Self.orders.enumerated() {
      let (first, second) = (frequencies[one, other], frequencies[other, one])
      let share = (first * first + second * second).squareRoot() / energy
      shares |= UInt64(min(share, 1) * Self.largest) << UInt64(place * 8)
    }
    self.shares = shares
  }

  /// The cell along one of the first features, below ``cells``.
  func cell(_ place: Int) -> Int {
    Int((shares >> UInt64(place * 8) & 0x7F) / Self.cellWidth)
  }

  /// Whether no share differs by more than the tolerance.
  @inline(__always)
  func isNear(_ other: LikenessFeatures) -> Bool {
    // A byte a + t with its high bit set, less b, keeps that bit where a + t ≥ b; none borrows.
    let margin = Self.inEveryByte &* Self.tolerance
    let isAbove = ((shares &+ margin) | Self.highBits) &- other.shares
    let isBelow = ((other.shares &+ margin) | Self.highBits) &- shares
    return isAbove & isBelow & Self.highBits == Self.highBits
  }
}
