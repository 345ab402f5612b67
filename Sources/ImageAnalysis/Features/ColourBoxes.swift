/// How much of each quarter of a picture lies in each of 4 × 4 × 4 boxes of red, green and blue, as
/// square roots, whose differences weigh shades rare and common alike.
enum ColourBoxes {
  private static let grid = 2
  private static let boxes = 64

  static let count = grid * grid * boxes

  static func of(_ sketch: PictureSketch) -> [Float] {
    var counts = [Float](repeating: 0, count: count)
    let half = sketch.side / grid
    for y in 0..<sketch.side {
      for x in 0..<sketch.side {
        let place = (y * sketch.side + x) * 3
        let (red, green, blue) = (
          Int(sketch.samples[place] >> 6), Int(sketch.samples[place + 1] >> 6),
          Int(sketch.samples[place + 2] >> 6)
        )
        let quarter = y / half * grid + x / half
        counts[quarter * boxes + red * 16 + green * 4 + blue] += 1
      }
    }
    let whole = Float(half * half)
    return counts.map { ($0 / whole).squareRoot() }
  }

  /// Where each of the numbers is in the mirrored picture.
  static let mirror: [Int] = (0..<count).map { index in
    let (quarter, box) = (index / boxes, index % boxes)
    return (quarter ^ 1) * boxes + box
  }
}
