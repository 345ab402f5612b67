import ImageAnalysis
import Testing

struct QualityTests {
  private func quality(_ drawing: Drawing) throws -> QualityMeasures {
    var measurer = PictureMeasurer(likeness: false, quality: true)
    drawing.pass(to: &measurer)
    return try #require(measurer.finish(orientation: 1).quality)
  }

  /// A fine pattern of two greys over a ramp.
  private func pattern(_ low: Int, _ high: Int) -> Drawing {
    Drawing.rgb(200, 150) { x, y in
      let grey = UInt32((x * 7 + y * 13) % 10 < 5 ? low : high)
      return grey << 16 | grey << 8 | grey
    }
  }

  @Test func `brightness is that of the brightest hundredth and the darkest twentieth`() throws {
    let dark = try quality(pattern(0, 60))
    #expect(abs(dark.dark - 60.0 / 255) < 0.01)
    #expect(dark.dark < QualityMeasures.leastDark)
    let light = try quality(pattern(250, 255))
    #expect(abs(light.light - 5.0 / 255) < 0.01)
    #expect(light.light < QualityMeasures.leastLight)
    let usual = try quality(pattern(20, 200))
    #expect(usual.dark > QualityMeasures.leastDark && usual.light > QualityMeasures.leastLight)
  }

  @Test func `the entropy counts all channels together`() throws {
    // Three channels of two equally frequent values: six, so log2 6 bits.
    #expect(abs(try quality(pattern(20, 200)).lowInformation - 0.2585) < 0.002)
    #expect(try quality(Drawing.rgb(90, 90) { _, _ in 0x102030 }).lowInformation < 0.16)
  }

  @Test func `a soft ramp is blurry and blocks are not`() throws {
    let ramp = Drawing.rgb(300, 200) { x, y in
      let grey = UInt32((x * 255 / 300 + y * 255 / 200) / 4)
      return grey << 16 | grey << 8 | grey
    }
    #expect(try quality(ramp).blurry < QualityMeasures.leastBlurry)
    let blocks = Drawing.rgb(300, 200) { x, y in (x / 20 + y / 20).isMultiple(of: 2) ? 0 : 0xFFFFFF
    }
    #expect(try quality(blocks).blurry > QualityMeasures.leastBlurry)
  }

  @Test func `grey, 16 bits and alpha are measured as 8 bits of colour are`() throws {
    let grey = Drawing(width: 80, height: 60, channels: 1) { x, _ in [UInt16(x * 3)] }
    let wide = Drawing(width: 80, height: 60, channels: 1, bitDepth: 16) { x, _ in
      [UInt16(x * 3 * 257)]
    }
    let alpha = Drawing(width: 80, height: 60, channels: 4) { x, _ in
      [UInt16(x * 3), UInt16(x * 3), UInt16(x * 3), 255]
    }
    let (first, second, third) = (try quality(grey), try quality(wide), try quality(alpha))
    #expect(first == second)
    #expect(first.dark == third.dark && first.blurry == third.blurry)
  }
}
