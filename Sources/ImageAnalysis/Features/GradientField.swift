/// The gradients of a sketch: at each sample the strength of the strongest of its three channels, and
/// the direction as a place among nine bins of 20°, opposite directions being one.
struct GradientField {
  static let bins = 9

  let side: Int
  private(set) var strength: [Float]
  /// From 0 up to but not ``bins``.
  private(set) var direction: [Float]

  /// Square roots of the samples, as HOG was first published with (Dalal and Triggs 2005, 6.1).
  private static let roots: [Float] = (0...255).map { (Float($0) / 255).squareRoot() }

  init(_ sketch: PictureSketch) {
    side = sketch.side
    let roots = Self.roots
    let samples = sketch.samples.map { roots[Int($0)] }
    strength = [Float](repeating: 0, count: side * side)
    direction = strength
    for y in 0..<side {
      for x in 0..<side {
        let place = (y * side + x) * 3
        var best: (x: Float, y: Float) = (0, 0)
        var most: Float = 0
        for channel in place..<place + 3 {
          let isInside = (x > 0 && x < side - 1, y > 0 && y < side - 1)
          let across = isInside.0 ? samples[channel + 3] - samples[channel - 3] : 0
          let row = 3 * side
          let down = isInside.1 ? samples[channel + row] - samples[channel - row] : 0
          let square = across * across + down * down
          if square > most { (best, most) = ((across, down), square) }
        }
        strength[y * side + x] = most.squareRoot()
        direction[y * side + x] = Self.direction(best.x, best.y)
      }
    }
  }

  /// The direction of a gradient as a place among the bins.
  ///
  /// The arctangent is that of Abramowitz and Stegun 4.4.49, good to 1e-5 radians.
  private static func direction(_ x: Float, _ y: Float) -> Float {
    // A line has two directions; the upper one is meant.
    let (x, y) = y < 0 ? (-x, -y) : (x, y)
    let (least, most) = (min(abs(x), y), max(abs(x), y))
    guard most > 0 else { return 0 }
    let ratio = least / most
    let square = ratio * ratio
    var series = 0.020_835_1 * square - 0.085_133_0
    series = series * square + 0.180_141_0
    series = series * square - 0.330_299_5
    series = series * square + 0.999_866_0
    let first = series * ratio
    let upright = y > abs(x) ? Float.pi / 2 - first : first
    let angle = x < 0 ? Float.pi - upright : upright
    let place = angle * (Float(bins) / Float.pi)
    return place < Float(bins) ? place : 0
  }
}
