import Testing

@testable import ImageAnalysis

struct FeatureTests {
  private static func space() throws -> FeatureSpace {
    let sketches = ShapesToLearn.some(4).sketches.map { $0.resized(to: 32) }
    return FeatureSpace(
      side: 64, dictionary: try .learn(from: sketches, spreader: SerialWork()))
  }

  @Test func `a mirrored picture's features are those of the picture in other places`() throws {
    let space = try Self.space()
    let sketch = ShapesToLearn.sketch(of: 0, seed: 5)
    let (plain, mirrored) = (space.features(of: sketch), space.features(of: sketch.mirrored))
    let mirror = space.mirror
    for (place, other) in mirror.enumerated() {
      #expect(mirror[other] == place)
      #expect(abs(plain[place] - mirrored[other]) < 0.02)
    }
  }

  @Test func `even and odd parts give the products with a picture and its mirror image`() throws {
    let space = try Self.space()
    let split = MirrorSplit(mirror: space.mirror)
    let (one, other) = (
      space.features(of: ShapesToLearn.sketch(of: 0, seed: 5)),
      space.features(of: ShapesToLearn.sketch(of: 2, seed: 6))
    )
    func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let even = product(split.even(one), split.even(other))
    let odd = product(split.odd(one), split.odd(other))
    let turned = space.mirror.map { other[$0] }
    #expect(abs(even + odd - product(one, other)) < 1e-2)
    #expect(abs(even - odd - product(one, turned)) < 1e-2)
  }

  @Test func `gradients point across edges`() {
    // Left half black, right half white: all gradients run along x.
    let samples = (0..<64 * 64 * 3).map { UInt8($0 / 3 % 64 < 32 ? 0 : 255) }
    let field = GradientField(PictureSketch(side: 64, samples: samples, aspect: 0))
    #expect(field.strength[20 * 64 + 31] == 1)
    #expect(field.direction[20 * 64 + 31] == 0)
    #expect(field.strength[20 * 64 + 10] == 0)
    let upright = (0..<64 * 64 * 3).map { UInt8($0 / 3 / 64 < 32 ? 0 : 255) }
    let other = GradientField(PictureSketch(side: 64, samples: upright, aspect: 0))
    #expect(abs(other.direction[31 * 64 + 20] - 4.5) < 1e-4)
  }

  @Test(arguments: 1...8)
  func `a sketch is upright whatever the orientation`(orientation: Int) {
    // The upper left quarter of the stored picture is red.
    let drawing = Drawing.rgb(96, 64) { x, y in x < 48 && y < 32 ? 0xFF0000 : 0x0000FF }
    var sketcher = PictureSketcher()
    drawing.pass(to: &sketcher)
    let sketch = sketcher.finish(orientation: orientation)
    let corners: [(Int, Int)] = [(2, 2), (61, 2), (61, 61), (2, 61)]
    let red = corners.map { x, y in (sketch?.samples[(y * 64 + x) * 3] ?? 0) > 200 }
    // EXIF 2.32: where the stored row 0 and column 0 belong.
    let wanted = [1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3][orientation]
    #expect(red == (0..<4).map { $0 == wanted })
    #expect(((sketch?.aspect ?? 0) > 0) == (orientation < 5))
  }

  @Test func `small pictures are sketched small, and white shows where they are transparent`() {
    let drawing = Drawing(width: 20, height: 40, channels: 4) { _, _ in [0, 0, 0, 0] }
    var sketcher = PictureSketcher()
    drawing.pass(to: &sketcher)
    let sketch = sketcher.finish(orientation: 1)
    #expect(sketch?.side == 32)
    #expect(sketch?.samples.allSatisfy { $0 == 255 } == true)
  }
}
