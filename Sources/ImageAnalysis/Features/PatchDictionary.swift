/// Shapes that small patches of a collection's pictures have.
///
/// A picture is told by how much of each it shows where (Coates, Lee and Ng 2011).
/// For every shape its mirror image is in the dictionary too, so that what a mirrored picture shows
/// is known without looking at it.
package struct PatchDictionary: Sendable {
  private static let grid = 3
  /// What a patch must be like a shape by before it counts.
  private static let threshold: Float = 0.25

  /// The shapes, whitening included: rows of ``PatchField/depth`` weights, those of the mirrored
  /// shapes in the second half.
  let weights: [Float]
  /// What each shape makes of the mean patch, and the threshold.
  let offsets: [Float]

  init(weights: [Float], offsets: [Float]) {
    self.weights = weights
    self.offsets = offsets
  }

  init(shapes: [Float], mean: [Float]) {
    let depth = PatchField.depth
    weights = shapes
    offsets = (0..<shapes.count / depth).map { shape in
      (0..<depth).reduce(Self.threshold) { $0 + mean[$1] * shapes[shape * depth + $1] }
    }
  }

  var shapes: Int { offsets.count }

  /// How many numbers a picture gives.
  var count: Int { Self.grid * Self.grid * shapes }

  /// The square roots of the means of every shape in each ninth of a picture of side 32.
  func features(of sketch: PictureSketch) -> [Float] {
    let field = PatchField(sketch)
    let part = PatchField.places / Self.grid
    var result = [Float](repeating: 0, count: count)
    var seen = [Float](repeating: 0, count: PatchField.places * shapes)
    for y in 0..<PatchField.places {
      let (patches, factors) = field.row(y)
      for index in seen.indices { seen[index] = 0 }
      InnerProducts.add(patches.span, weights.span, depth: PatchField.depth, to: &seen)
      for x in 0..<PatchField.places {
        add(
          seen.span.extracting((x * shapes)..<((x + 1) * shapes)), factors[x],
          to: &result, at: (y / part * Self.grid + x / part) * shapes)
      }
    }
    let share = 1 / Float(part * part)
    return result.map { ($0 * share).squareRoot() }
  }

  private func add(
    _ seen: Span<Float>, _ factor: Float, to result: inout [Float], at first: Int
  ) {
    let offsets = offsets.span
    var result = result.mutableSpan
    for shape in 0..<seen.count {
      result[first + shape] += max(0, seen[shape] * factor - offsets[shape])
    }
  }

  /// Where each of the numbers is in the mirrored picture.
  var mirror: [Int] {
    (0..<count).map { index in
      let (cell, shape) = (index / shapes, index % shapes)
      let (y, x) = (cell / Self.grid, cell % Self.grid)
      let other = y * Self.grid + Self.grid - 1 - x
      return other * shapes + (shape + shapes / 2) % shapes
    }
  }
}
