/// Cholesky factors of small symmetric matrices, row by row in double precision.
enum SmallTriangle {
  /// The lower triangle L with L·Lᵀ the positive definite matrix of which the lower half is given.
  ///
  /// A pivot that rounding has made too small is raised, which adds to the diagonal.
  static func factor(of matrix: [Float], size: Int) -> [Float] {
    var lower = matrix.map { Double($0) }
    for row in 0..<size {
      for column in 0...row {
        var sum = lower[row * size + column]
        for index in 0..<column {
          sum -= lower[row * size + index] * lower[column * size + index]
        }
        lower[row * size + column] =
          row == column ? max(sum, 1e-9).squareRoot() : sum / lower[column * size + column]
      }
      for column in (row + 1)..<max(size, row + 1) { lower[row * size + column] = 0 }
    }
    return lower.map { Float($0) }
  }

  /// The inverse of a lower triangle, which is one, too.
  static func inverse(of lower: [Float], size: Int) -> [Float] {
    var inverse = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      inverse[column * size + column] = 1 / Double(lower[column * size + column])
      for row in (column + 1)..<max(size, column + 1) {
        var sum = 0.0
        for index in column..<row {
          sum -= Double(lower[row * size + index]) * inverse[index * size + column]
        }
        inverse[row * size + column] = sum / Double(lower[row * size + row])
      }
    }
    return inverse.map { Float($0) }
  }
}
