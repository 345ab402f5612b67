import TestKit
import Testing

@testable import ImageAnalysis

struct ColourDifferenceTests {
  /// Pairs published with the formula (Sharma, Wu, Dalal 2005, table 1): L, a, b twice, and ΔE00.
  private static let published: [[Double]] = [
    [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
    [50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615],
    [50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412],
    [50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000],
    [50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000],
    [50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000],
    [50, 0, 0, 50, -1, 2, 2.3669],
    [50, -1, 2, 50, 0, 0, 2.3669],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195],
    [50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045],
    [50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045],
    [50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461],
    [50, 2.5, 0, 50, 0, -2.5, 4.3065],
    [50, 2.5, 0, 73, 25, -18, 27.1492],
    [50, 2.5, 0, 61, -5, 29, 22.8977],
    [50, 2.5, 0, 56, -27, -3, 31.9030],
    [50, 2.5, 0, 58, 24, 15, 19.4535],
    [50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000],
    [50, 2.5, 0, 50, 3.2972, 0, 1.0000],
    [50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000],
    [50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000],
    [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
    [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630],
    [61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731],
    [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
    [22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373],
    [36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
    [90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441],
    [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
    [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
    [2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082],
  ]

  @Test(arguments: published)
  func `ciede2000 is as published`(row: [Double]) {
    let first = LabColour(lightness: row[0], a: row[1], b: row[2])
    let second = LabColour(lightness: row[3], a: row[4], b: row[5])
    #expect(abs(first.difference(from: second) - row[6]) < 0.00006)
    #expect(abs(second.difference(from: first) - row[6]) < 0.00006)
  }

  @Test func `a colour differs from itself by nothing and black from white by 100`() {
    #expect(colourDifference(0x8B4513, 0x8B4513) == 0)
    #expect(abs(colourDifference(0x000000, 0xFFFFFF) - 100) < 0.01)
    #expect(colourDifference(0xFF0000, 0xFE0000) < 2.3)
  }

  @Test func `every colour comes back from the uniform space`() {
    let space = UniformSpace.din99o
    for pixel in stride(from: UInt32(0), through: 0xFFFFFF, by: 7_919) {
      let back = space.pixel(at: space.position(of: pixel))
      for shift in [UInt32(0), 8, 16] {
        #expect(abs(Int(pixel >> shift & 255) - Int(back >> shift & 255)) <= 1)
      }
    }
  }

  @Test func `eight colours lie where each of them lies, to the last bit`() {
    let space = UniformSpace.din99o
    var noise = Noise(seed: 8)
    for _ in 0..<2_000 {
      let red = SIMD8<Float>.random(in: 0...255, using: &noise)
      let green = SIMD8<Float>.random(in: 0...255, using: &noise).rounded(.up)
      let blue = SIMD8<Float>.random(in: -1...1, using: &noise) * 1_000
      var block = ColourCloud.Block()
      (block.x, block.y) = (red, green)
      block.z = blue.clamped(lowerBound: .zero, upperBound: red + 1)
      space.place(&block)
      for lane in 0..<8 {
        let place = space.position(
          red: red[lane], green: green[lane], blue: max(0, min(blue[lane], red[lane] + 1)))
        #expect(place == block.point(lane))
      }
    }
  }

  @Test(arguments: [2.0, 5, 8])
  func `what lightness tells the whole difference tells too`(limit: Double) {
    var noise = Noise(seed: 9)
    var told = 0
    for _ in 0..<20_000 {
      let first = LabColour(hex: UInt32.random(in: 0...0xFFFFFF, using: &noise))
      let second = LabColour(hex: UInt32.random(in: 0...0xFFFFFF, using: &noise))
      guard first.isBeyond(limit, from: second) else { continue }
      told += 1
      #expect(first.difference(from: second) > limit)
    }
    #expect(told > 10_000)
  }
}
