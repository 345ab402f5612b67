import ImageAnalysis
import Testing

struct FingerprintTests {
  /// A picture without symmetry, of any size.
  private func scene(_ width: Int, _ height: Int, turned: Int = 1) -> Drawing {
    let isSide = turned >= 5
    return Drawing.rgb(isSide ? height : width, isSide ? width : height) { x, y in
      let (column, row) = Self.upright(x, y, width, height, turned)
      let u = Double(column) / Double(width)
      let v = Double(row) / Double(height)
      let spot = (u - 0.3) * (u - 0.3) + (v - 0.6) * (v - 0.6) < 0.03 ? 90.0 : 0
      let bar = u > 0.7 && v < 0.45 ? 70.0 : 0
      let grey = UInt32(40 + 50 * u + 40 * v * v + spot - bar + 40)
      return grey << 16 | grey << 8 | grey
    }
  }

  /// The place in the upright picture of a stored pixel, by EXIF 2.32, tag Orientation.
  private static func upright(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ orientation: Int
  ) -> (Int, Int) {
    switch orientation {
    case 2: (width - 1 - x, y)
    case 3: (width - 1 - x, height - 1 - y)
    case 4: (x, height - 1 - y)
    case 5: (y, x)
    case 6: (width - 1 - y, x)
    case 7: (width - 1 - y, height - 1 - x)
    case 8: (y, height - 1 - x)
    default: (x, y)
    }
  }

  @Test(arguments: [(80, 60), (320, 240), (800, 600), (1_601, 1_201), (640, 480)])
  func `the same scene in another size has nearly the same fingerprint`(width: Int, height: Int) {
    let original = scene(400, 300).analysis().fingerprint
    let other = scene(width, height).analysis().fingerprint
    #expect((original ^ other).nonzeroBitCount <= 4)
  }

  @Test(arguments: 1...8)
  func `a picture stored turned has the fingerprint of the upright one`(orientation: Int) {
    let original = scene(400, 300).analysis().fingerprint
    let turned = scene(400, 300, turned: orientation).analysis(orientation: orientation)
    #expect((original ^ turned.fingerprint).nonzeroBitCount <= 2)
  }

  @Test func `a mirrored scene and another scene differ widely`() {
    let original = scene(400, 300).analysis().fingerprint
    let mirrored = scene(400, 300).analysis(orientation: 2).fingerprint
    #expect((original ^ mirrored).nonzeroBitCount > 18)
    let other = Drawing.rgb(400, 300) { x, y in (x / 50 + y / 50).isMultiple(of: 2) ? 0 : 0xFFFFFF }
    #expect((original ^ other.analysis().fingerprint).nonzeroBitCount > 18)
  }

  @Test(arguments: [0, 77, 0xFFFFFF])
  func `a picture of one colour has no structure`(colour: UInt32) {
    #expect(Drawing.rgb(333, 77) { _, _ in colour }.analysis().fingerprint == 0)
  }
}
