/// The signs of the lowest 12 × 12 DCT coefficients of a thumbnail, the mean left out: 143 bits.
///
/// Mirroring a picture changes the signs of odd orders, which is an exclusive or; transposing it
/// exchanges rows and columns. So the hashes of all eight positions follow from two. Unlike the
/// bits of ``Fingerprint``, these are about zero and not the median, else that would not hold.
struct LikenessHash: Sendable, Hashable {
  /// The 8 × 8 lowest coefficients.
  var low: UInt64 = 0
  /// The others, row by row.
  private var middle: UInt64 = 0
  private var high: UInt16 = 0

  static let orders = 12

  private init() {}

  /// Sets the bits for which `isSet` holds of the orders down and across.
  init(_ isSet: (_ down: Int, _ across: Int) -> Bool) {
    var other = 0
    for down in 0..<Self.orders {
      for across in 0..<Self.orders {
        let isLow = down < 8 && across < 8
        let bit = isLow ? down * 8 + across : other
        if !isLow { other += 1 }
        guard down + across > 0, isSet(down, across) else { continue }
        if isLow {
          low |= 1 << UInt64(bit)
        } else if bit < 64 {
          middle |= 1 << UInt64(bit)
        } else {
          high |= 1 << UInt16(bit - 64)
        }
      }
    }
  }

  /// What mirroring by each combination of the two lowest bits of ``Turn/number`` changes.
  static let mirrored: [LikenessHash] = (0..<4).map { number in
    LikenessHash { down, across in
      let columns = number & 1 != 0 && !across.isMultiple(of: 2)
      let rows = number & 2 != 0 && !down.isMultiple(of: 2)
      return columns != rows
    }
  }

  /// How many bits differ.
  @inline(__always)
  func distance(to other: LikenessHash) -> Int {
    (low ^ other.low).nonzeroBitCount + (middle ^ other.middle).nonzeroBitCount
      + (high ^ other.high).nonzeroBitCount
  }

  @inline(__always)
  static func ^ (one: LikenessHash, other: LikenessHash) -> LikenessHash {
    var result = one
    result.low ^= other.low
    result.middle ^= other.middle
    result.high ^= other.high
    return result
  }
}
