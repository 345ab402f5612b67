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
    let down = blurredDown(square, side: side, weights: weights, radius: radius)
    return blurredAcross(down, side: side, weights: weights, radius: radius)
  }

  private static func blurredDown(
    _ square: [Float], side: Int, weights: [Float], radius: Int
  ) -> [Float] {
    var result = [Float](repeating: 0, count: side * side)
    let source = square.span
    let rows = (-radius..<(side + radius)).map { mirrored($0, side) * side }
    for y in 0..<side {
      for x in stride(from: 0, to: side, by: 16) {
        var sum = SIMD16<Float>()
        for tap in 0..<weights.count {
          sum += source.vector16(at: rows[y + tap] + x) * weights[tap]
        }
        for lane in 0..<16 { result[y * side + x + lane] = sum[lane] }
      }
    }
    return result
  }

  private static func blurredAcross(
    _ square: [Float], side: Int, weights: [Float], radius: Int
  ) -> [Float] {
    var result = [Float](repeating: 0, count: side * side)
    var row = [Float](repeating: 0, count: side + 2 * radius)
    let columns = (-radius..<(side + radius)).map { mirrored($0, side) }
    for y in 0..<side {
      for (place, column) in columns.enumerated() { row[place] = square[y * side + column] }
      let source = row.span
      for x in stride(from: 0, to: side, by: 16) {
        var sum = SIMD16<Float>()
        for tap in 0..<weights.count { sum += source.vector16(at: x + tap) * weights[tap] }
        for lane in 0..<16 { result[y * side + x + lane] = sum[lane] }
      }
    }
    return result
  }

  @inline(__always)
  private static func mirrored(_ place: Int, _ side: Int) -> Int {
    place < 0 ? -1 - place : place >= side ? 2 * side - 1 - place : place
  }
}
