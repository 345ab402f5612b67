internal import CArithmetic

/// The 64-bit hash of what a picture looks like.
///
/// The luma of the upright picture, over white where it is transparent, is averaged to 32 × 32
/// whatever its shape; the signs of its lowest 8 × 8 DCT coefficients about their median are the
/// bits, row by row from the highest bit on, the lowest frequencies first. The mean (the first
/// coefficient) counts as 0. Pictures of one grey have the hash 0.
enum Fingerprint {
  private static let side = 32
  private static let kept = 8
  /// Coefficients below this, of luma 0…255, are rounding.
  private static let silence: Float = 0.05
  /// The first orders of the orthonormal DCT-II at each of the 32 places.
  private static let basis: [SIMD8<Float>] = (0..<side).map { place in
    var values = SIMD8<Float>()
    for order in 0..<kept {
      let norm = (order == 0 ? 1 : 2) / Double(side)
      let angle = Double.pi * Double(order) * (2 * Double(place) + 1) / Double(2 * side)
      values[order] = Float(norm.squareRoot() * Elementary.cosine(angle))
    }
    return values
  }

  /// The hash of a picture stored with an EXIF orientation (1…8).
  static func of(_ thumbnail: Thumbnail, orientation: Int) -> UInt64 {
    let stored = coefficients(thumbnail)
    var upright = [Float](repeating: 0, count: kept * kept)
    let isTurned = orientation >= 5
    let turnsColumns = [2, 3, 6, 7].contains(orientation)
    let turnsRows = [3, 4, 7, 8].contains(orientation)
    for row in 0..<kept {
      for column in 0..<kept {
        let value = stored[isTurned ? column * kept + row : row * kept + column]
        let mirrorsColumns = turnsColumns && !column.isMultiple(of: 2)
        let mirrorsRows = turnsRows && !row.isMultiple(of: 2)
        let heard = abs(value) < silence ? 0 : value
        upright[row * kept + column] = mirrorsColumns != mirrorsRows ? -heard : heard
      }
    }
    upright[0] = 0
    return unsafe imgds_fingerprint_signs(upright)
  }

  /// The lowest coefficients of the picture as stored: rows are vertical frequencies.
  private static func coefficients(_ thumbnail: Thumbnail) -> [Float] {
    let (width, height) = (thumbnail.width, thumbnail.height)
    precondition(thumbnail.grey.count == width * height)
    var result = [Float](repeating: 0, count: kept * kept)
    unsafe imgds_fingerprint_frequencies(
      RowLoops.hasWideVectors, thumbnail.grey, width, height, folded(width), folded(height),
      &result)
    return result
  }

  /// The basis over `boxes` equal parts of a side instead of 32, each 32nd being averaged of them.
  private static func folded(_ boxes: Int) -> [SIMD8<Float>] {
    var weights = [SIMD8<Float>](repeating: .zero, count: boxes)
    for cell in 0..<side {
      let from = Float(cell * boxes) / Float(side)
      let to = Float((cell + 1) * boxes) / Float(side)
      for box in Int(from)..<min(boxes, Int(to.rounded(.up))) {
        let part = (min(to, Float(box + 1)) - max(from, Float(box))) / (to - from)
        weights[box] += basis[cell] * part
      }
    }
    return weights
  }
}
