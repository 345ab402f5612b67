/// All patches of 6 × 6 samples of a picture in 32 × 32, as rows of numbers.
///
/// A patch is its red, then its green, then its blue samples, row by row. What is learnt of patches is
/// learnt of their contrast: each less its mean, divided by its spread (Coates and Ng 2012, 2.2).
struct PatchField {
  static let side = 32
  static let patch = 6
  /// Numbers of a patch.
  static let depth = patch * patch * 3
  /// Places of patches across and down.
  static let places = side - patch + 1
  /// What is added to a patch's variance, so that noise in flat places stays small.
  private static let damping: Float = 10

  /// The red samples, then the green, then the blue.
  private let samples: [Float]

  /// - Parameter sketch: of side 32.
  init(_ sketch: PictureSketch) {
    samples = (0..<3).flatMap { channel in
      stride(from: channel, to: Self.side * Self.side * 3, by: 3).map { Float(sketch.samples[$0]) }
    }
  }

  /// Writes the samples of the patch at a place, as they are, to the place of a row.
  private func copy(_ x: Int, _ y: Int, isMirrored: Bool, to rows: inout [Float], at first: Int) {
    let samples = samples.span
    var rows = rows.mutableSpan
    var place = first
    for plane in 0..<3 {
      for row in y..<y + Self.patch {
        let start = (plane * Self.side + row) * Self.side + x
        for column in 0..<Self.patch {
          rows[place] = samples[start + (isMirrored ? Self.patch - 1 - column : column)]
          place += 1
        }
      }
    }
  }

  /// The patch at a place with its contrast made even.
  func evened(_ x: Int, _ y: Int, isMirrored: Bool) -> [Float] {
    var patch = [Float](repeating: 0, count: Self.depth)
    copy(x, y, isMirrored: isMirrored, to: &patch, at: 0)
    let (mean, factor) = Self.contrast(patch.span)
    return patch.map { ($0 - mean) * factor }
  }

  /// The patches of a row of places, less their means, one behind the other, and the factor that makes
  /// the contrast of each even.
  func row(_ y: Int) -> (patches: [Float], factors: [Float]) {
    var patches = [Float](repeating: 0, count: Self.places * Self.depth)
    var factors: [Float] = []
    for x in 0..<Self.places {
      let first = x * Self.depth
      copy(x, y, isMirrored: false, to: &patches, at: first)
      let (mean, factor) = Self.contrast(patches.span.extracting(first..<first + Self.depth))
      for index in first..<first + Self.depth { patches[index] -= mean }
      factors.append(factor)
    }
    return (patches, factors)
  }

  private static func contrast(_ patch: Span<Float>) -> (mean: Float, factor: Float) {
    var (sum, squares): (Float, Float) = (0, 0)
    for index in 0..<patch.count {
      sum += patch[index]
      squares += patch[index] * patch[index]
    }
    let mean = sum / Float(depth)
    let variance = max(0, squares / Float(depth) - mean * mean)
    return (mean, 1 / (variance + damping).squareRoot())
  }
}
