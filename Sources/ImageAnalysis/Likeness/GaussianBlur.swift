/// Blurs squares of samples; their borders are mirrored, the border sample doubled.
enum GaussianBlur {
  /// A square of `side`² samples, `side` a multiple of 16, blurred by a Gaussian of standard
  /// deviation `sigma` samples, cut at four of them.
  static func blurred(_ square: [Float], side: Int, sigma: Float) -> [Float] {
    let radius = Int(4 * sigma + 0.5)
    let raw = (-radius...radius).map { offset in
      Float(Elementary.exponential(-0.5 * Double(offset * offset) / Double(sigma * sigma)))
    }
    let sum = raw.reduce(0, +)
    let weights = raw.map { $0 / sum }
    // Each pass exchanges rows and columns, so the second blurs across and restores the order.
    let half = pass(square, side: side, weights: weights, radius: radius)
    return pass(half, side: side, weights: weights, radius: radius)
  }

  /// Blurs along rows and transposes.
  private static func pass(
    _ square: [Float], side: Int, weights: [Float], radius: Int
  ) -> [Float] {
    let blocks = side / 16
    var columns: [SIMD16<Float>] = []
    columns.reserveCapacity(side * blocks)
    for x in 0..<side {
      for block in 0..<blocks {
        var lanes = SIMD16<Float>()
        for lane in 0..<16 { lanes[lane] = square[(block * 16 + lane) * side + x] }
        columns.append(lanes)
      }
    }
    var result = [Float](repeating: 0, count: side * side)
    for x in 0..<side {
      for block in 0..<blocks {
        var sum = SIMD16<Float>()
        for tap in 0..<weights.count {
          sum += columns[mirrored(x + tap - radius, side) * blocks + block] * weights[tap]
        }
        let first = x * side + block * 16
        for lane in 0..<16 { result[first + lane] = sum[lane] }
      }
    }
    return result
  }

  @inline(__always)
  private static func mirrored(_ place: Int, _ side: Int) -> Int {
    place < 0 ? -1 - place : place >= side ? 2 * side - 1 - place : place
  }
}
