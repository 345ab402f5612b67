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
  private static let silence = 0.05
  /// The first rows of the orthonormal DCT-II.
  private static let basis: [[Double]] = (0..<kept).map { order in
    let norm = order == 0 ? (1 / Double(side)).squareRoot() : (2 / Double(side)).squareRoot()
    return (0..<side).map { place in
      norm * Elementary.cosine(.pi * Double(order) * (2 * Double(place) + 1) / Double(2 * side))
    }
  }

  /// The hash of a picture stored with an EXIF orientation (1…8).
  static func of(_ thumbnail: Thumbnail, orientation: Int) -> UInt64 {
    let stored = coefficients(thumbnail)
    var upright = [Double](repeating: 0, count: kept * kept)
    for row in 0..<kept {
      for column in 0..<kept {
        let isTurned = orientation >= 5
        let value = isTurned ? stored[column * kept + row] : stored[row * kept + column]
        let mirrorsColumns = [2, 3, 6, 7].contains(orientation) && !column.isMultiple(of: 2)
        let mirrorsRows = [3, 4, 7, 8].contains(orientation) && !row.isMultiple(of: 2)
        let kept = abs(value) < silence ? 0 : value
        upright[row * Self.kept + column] = mirrorsColumns != mirrorsRows ? -kept : kept
      }
    }
    upright[0] = 0
    let sorted = upright.sorted()
    let median = (sorted[31] + sorted[32]) / 2
    return upright.reduce(0) { $0 << 1 | ($1 > median ? 1 : 0) }
  }

  /// The lowest coefficients of the picture as stored: rows are vertical frequencies.
  private static func coefficients(_ thumbnail: Thumbnail) -> [Double] {
    let across = folded(thumbnail.width)
    let down = folded(thumbnail.height)
    var half = [Double](repeating: 0, count: thumbnail.height * kept)
    for y in 0..<thumbnail.height {
      for order in 0..<kept {
        var sum = 0.0
        for x in 0..<thumbnail.width {
          sum += Double(thumbnail.grey[y * thumbnail.width + x]) * across[order][x]
        }
        half[y * kept + order] = sum
      }
    }
    var result = [Double](repeating: 0, count: kept * kept)
    for row in 0..<kept {
      for y in 0..<thumbnail.height {
        for column in 0..<kept {
          result[row * kept + column] += half[y * kept + column] * down[row][y]
        }
      }
    }
    return result
  }

  /// The basis over `boxes` equal parts of a side instead of 32, each 32nd being averaged of them.
  private static func folded(_ boxes: Int) -> [[Double]] {
    var weights = Array(repeating: [Double](repeating: 0, count: boxes), count: kept)
    for cell in 0..<side {
      let from = Double(cell * boxes) / Double(side)
      let to = Double((cell + 1) * boxes) / Double(side)
      for box in Int(from)..<min(boxes, Int(to.rounded(.up))) {
        let part = (min(to, Double(box + 1)) - max(from, Double(box))) / (to - from)
        for order in 0..<kept { weights[order][box] += part * basis[order][cell] }
      }
    }
    return weights
  }
}
