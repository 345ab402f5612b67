/// All that is measured of a picture, as one row of numbers.
///
/// First gradients in 8 × 8 and in 4 × 4 cells and patches, which tell of shapes, then colours, and
/// last the picture's own shape, which its sketch has lost.
struct FeatureSpace: Sendable {
  /// What the numbers are of.
  enum Part: Int, CaseIterable, Sendable {
    case fineGradients, coarseGradients, patches, colours, aspect
  }

  private static let cells = (fine: 8, coarse: 4)

  /// The side at which sketches are measured.
  let side: Int
  let dictionary: PatchDictionary

  /// Where the numbers of each part are.
  var ranges: [Range<Int>] {
    let counts = [
      GradientHistograms.count(cells: Self.cells.fine),
      GradientHistograms.count(cells: Self.cells.coarse), dictionary.count, ColourBoxes.count, 1,
    ]
    var first = 0
    return counts.map { count in
      defer { first += count }
      return first..<first + count
    }
  }

  func range(of part: Part) -> Range<Int> {
    ranges[part.rawValue]
  }

  /// Measures a picture.
  func features(of sketch: PictureSketch) -> [Float] {
    let sketch = sketch.resized(to: side)
    let field = GradientField(sketch)
    return GradientHistograms.of(field, cells: Self.cells.fine)
      + GradientHistograms.of(field, cells: Self.cells.coarse)
      + dictionary.features(of: sketch.resized(to: PatchField.side))
      + ColourBoxes.of(sketch) + [sketch.aspect]
  }

  /// Where each of the numbers is in the mirrored picture.
  var mirror: [Int] {
    let mirrors = [
      GradientHistograms.mirror(cells: Self.cells.fine),
      GradientHistograms.mirror(cells: Self.cells.coarse), dictionary.mirror, ColourBoxes.mirror,
      [0],
    ]
    return zip(ranges, mirrors).flatMap { range, mirror in mirror.map { $0 + range.lowerBound } }
  }
}
