internal import CArithmetic

/// The lowest DCT coefficients of a window of a thumbnail.
///
/// Of the orthonormal DCT-II of the window averaged to 32 × 32; averaging and transform are one
/// matrix for each stretch of a side.
struct LowFrequencies {
  private static let cells = 32

  /// For each stretch of ``CropWindow``, what a sample adds to the orders, which are the lanes.
  private static let bases: [[SIMD16<Float>]] = CropWindow.stretches.map { stretch in
    var weights = [SIMD16<Float>](repeating: .zero, count: LikenessThumbnail.side)
    let scale = Float(LikenessThumbnail.side)
    for cell in 0..<cells {
      let step = (stretch.to - stretch.from) / Float(cells)
      let from = (stretch.from + step * Float(cell)) * scale
      let to = (stretch.from + step * Float(cell + 1)) * scale
      for sample in Int(from)..<min(LikenessThumbnail.side, Int(to.rounded(.up))) {
        let part = (min(to, Float(sample + 1)) - max(from, Float(sample))) / (to - from)
        weights[sample] += basis[cell] * part
      }
    }
    return weights
  }

  /// The first orders of the orthonormal DCT-II at each of the cells.
  private static let basis: [SIMD16<Float>] = (0..<cells).map { place in
    var values = SIMD16<Float>()
    for order in 0..<LikenessHash.orders {
      let norm = (order == 0 ? 1 : 2) / Double(cells)
      let angle = Double.pi * Double(order) * (2 * Double(place) + 1) / Double(2 * cells)
      values[order] = Float(norm.squareRoot() * Elementary.cosine(angle))
    }
    return values
  }

  /// The coefficients of each window, in the windows' order.
  static func ofWindows(_ thumbnail: LikenessThumbnail) -> [LowFrequencies] {
    let grey = thumbnail.grey.map { Float($0) }
    let side = LikenessThumbnail.side
    precondition(grey.count >= side * side && side.isMultiple(of: 4))
    let isWide = RowLoops.hasWideVectors
    let rows = bases.map { basis in
      var rows = [SIMD16<Float>](repeating: .zero, count: side)
      unsafe imgds_likeness_across(isWide, grey, side, basis, &rows)
      return rows
    }
    return CropWindow.all.map { window in
      var result = [SIMD16<Float>](repeating: .zero, count: LikenessHash.orders)
      unsafe imgds_likeness_down(isWide, rows[window.across], side, bases[window.down], &result)
      return LowFrequencies(rows: result)
    }
  }

  /// By vertical order; the lanes are the horizontal ones.
  private let rows: [SIMD16<Float>]

  subscript(down: Int, across: Int) -> Float { rows[down][across] }

  /// The root of the sum of squares of the 8 × 8 lowest, the mean left out.
  var energy: Float {
    var sum: Float = 0
    for down in 0..<8 {
      for across in 0..<8 where down + across > 0 { sum += self[down, across] * self[down, across] }
    }
    return sum.squareRoot()
  }

  var hash: LikenessHash { LikenessHash { self[$0, $1] > 0 } }
  var transposedHash: LikenessHash { LikenessHash { self[$1, $0] > 0 } }
}
