/// A change of axes after which patches vary alike in every direction.
///
/// By the Cholesky factor of the covariance: it differs from the usual way, by eigenvectors, in a
/// rotation only, which distances and angles do not see.
struct Whitening {
  private let mean: [Float]
  /// The inverse of the factor: rows of a lower triangle.
  private let inverse: [Float]
  private var depth: Int { mean.count }

  init(_ samples: MirroredRows, mean: [Float], damping: Float) {
    let depth = mean.count
    self.mean = mean
    var covariance = [Float](repeating: 0, count: depth * depth)
    for rows in [samples.plain, samples.mirrored] {
      // Transposed, so that products of rows are sums over patches.
      let count = rows.count / depth
      var columns = [Float](repeating: 0, count: rows.count)
      for row in 0..<count {
        for index in 0..<depth {
          columns[index * count + row] = rows[row * depth + index] - mean[index]
        }
      }
      InnerProducts.add(columns.span, columns.span, depth: count, to: &covariance)
    }
    let share = 1 / Float(samples.plain.count / depth * 2)
    for index in covariance.indices { covariance[index] *= share }
    for index in 0..<depth { covariance[index * depth + index] += damping }
    inverse = SmallTriangle.inverse(
      of: SmallTriangle.factor(of: covariance, size: depth), size: depth)
  }

  /// Whitens rows of patches, a multiple of 12 of them.
  func applied(
    to rows: [Float], spreader: some WorkSpreader
  ) throws(WorkStopped) -> [Float] {
    let (depth, inverse, mean) = (depth, inverse, mean)
    let step = 600 * depth
    return try spreader.map((rows.count + step - 1) / step) { part in
      var piece = Array(rows[(part * step)..<min(rows.count, (part + 1) * step)])
      for index in piece.indices { piece[index] -= mean[index % depth] }
      var result = [Float](repeating: 0, count: piece.count)
      InnerProducts.add(piece.span, inverse.span, depth: depth, to: &result)
      return result
    }.flatMap { $0 }
  }

  /// For each whitened direction the weights that measure a patch, less the mean, along it.
  func reversed(_ directions: [Float]) -> [Float] {
    var result = [Float](repeating: 0, count: directions.count)
    for first in stride(from: 0, to: directions.count, by: depth) {
      for row in 0..<depth {
        let weight = directions[first + row]
        for column in 0...row { result[first + column] += weight * inverse[row * depth + column] }
      }
    }
    return result
  }
}
