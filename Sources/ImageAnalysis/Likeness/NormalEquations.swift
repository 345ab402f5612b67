/// The normal equations of a least-squares problem in four unknowns.
struct NormalEquations {
  /// A little on the diagonal keeps a step finite where a picture says nothing of an unknown.
  private static let damping: Float = 0.0001

  private var rows: [SIMD4<Float>] = (0..<4).map { index in
    var row = SIMD4<Float>()
    row[index] = damping
    return row
  }
  private var right = SIMD4<Float>()

  /// Adds an observation: its derivatives by the unknowns, and what is left to explain.
  @inline(__always)
  mutating func add(_ slopes: SIMD4<Float>, _ rest: Float) {
    for index in 0..<4 { rows[index] += slopes * slopes[index] }
    right += slopes * rest
  }

  /// The unknowns, by elimination; the matrix is positive definite, so no pivot is zero.
  var solution: SIMD4<Float> {
    var rows = rows
    var right = right
    for pivot in 0..<4 {
      for row in (pivot + 1)..<4 {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        rows[row] -= rows[pivot] * factor
        right[row] -= right[pivot] * factor
      }
    }
    var result = SIMD4<Float>()
    for row in (0..<4).reversed() {
      let known = (rows[row] * result).sum()
      result[row] = (right[row] - known) / rows[row][row]
    }
    return result
  }
}
