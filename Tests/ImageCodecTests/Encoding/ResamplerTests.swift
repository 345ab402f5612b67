import ImageCodec
import Testing

struct ResamplerTests {
  private func resized(
    _ picture: PixelBuffer, _ width: Int, _ height: Int, _ fit: ResizePlan.Fit = .stretch
  ) throws -> PixelBuffer {
    let bytes = try #require(encodeImage(picture, as: .png, quality: 92))
    let plan = ResizePlan(
      from: (picture.layout.width, picture.layout.height), to: (width, height), fit: fit)
    var rows = Resampler(plan)
    _ = try decodeImage(from: BytesStream(bytes), options: DecodeOptions(), into: &rows)
    return rows.picture
  }

  private func picture(
    _ width: Int, _ height: Int, channels: Int = 1, _ sample: (Int, Int, Int) -> UInt8
  ) -> PixelBuffer {
    var samples: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        for channel in 0..<channels { samples.append(sample(x, y, channel)) }
      }
    }
    let layout = PixelLayout(width: width, height: height, channels: channels, bitDepth: 8)
    return PixelBuffer(layout: layout, samples: samples)
  }

  @Test(arguments: [(7, 5), (64, 48), (200, 3), (1, 1), (32, 100)])
  func `a flat picture stays flat`(width: Int, height: Int) throws {
    let flat = picture(32, 24, channels: 3) { _, _, channel in UInt8(40 + 90 * channel) }
    let result = try resized(flat, width, height)
    #expect(result.layout.width == width && result.layout.height == height)
    #expect(result.samples == (0..<width * height).flatMap { _ in [40, 130, 220] as [UInt8] })
  }

  @Test func `the same size is the same picture`() throws {
    let noise = picture(19, 13, channels: 3) {
      UInt8(truncatingIfNeeded: $0 * 37 + $1 * 91 + $2 * 5)
    }
    #expect(try resized(noise, 19, 13) == noise)
  }

  @Test func `a ramp stays a ramp`() throws {
    let ramp = picture(256, 8) { x, _, _ in UInt8(x) }
    let result = try resized(ramp, 32, 2)
    for x in 1..<31 { #expect(abs(Int(result.samples[x]) - (8 * x + 4)) <= 1) }
  }

  @Test func `detail finer than the result is averaged, not picked`() throws {
    let checks = picture(256, 256) { x, y, _ in (x + y).isMultiple(of: 2) ? 0 : 255 }
    let result = try resized(checks, 20, 20)
    #expect(result.samples.allSatisfy { (126...129).contains($0) })
  }

  @Test func `what is transparent does not bleed`() throws {
    let edge = picture(64, 64, channels: 4) { x, _, channel in
      x < 32 ? [200, 100, 50, 255][channel] : [0, 255, 0, 0][channel]
    }
    let result = try resized(edge, 8, 8)
    for x in 0..<8 where result.samples[4 * x + 3] > 8 {
      #expect(abs(Int(result.samples[4 * x]) - 200) <= 4)
    }
    #expect(result.samples[4 * 7 + 3] == 0)
  }

  @Test func `sixteen bits stay sixteen`() throws {
    let layout = PixelLayout(width: 16, height: 16, channels: 1, bitDepth: 16)
    let deep = PixelBuffer(layout: layout, samples: [UInt8](repeating: 0x12, count: 512))
    let result = try resized(deep, 4, 4)
    #expect(result.layout.bitDepth == 16)
    #expect(result.samples == [UInt8](repeating: 0x12, count: 32))
  }

  @Test(arguments: [
    (ResizePlan.Fit.contain, (400, 300), (100, 100), (100, 75)),
    (.contain, (300, 400), (100, 100), (75, 100)), (.contain, (10, 5), (100, 100), (100, 50)),
    (.contain, (1000, 1), (100, 100), (100, 1)), (.cover, (400, 300), (100, 100), (100, 100)),
    (.stretch, (400, 300), (10, 20), (10, 20)),
  ])
  func `a fit gives a size`(
    fit: ResizePlan.Fit, source: (Int, Int), box: (Int, Int), size: (Int, Int)
  ) {
    let plan = ResizePlan(from: source, to: box, fit: fit)
    #expect(plan.width == size.0 && plan.height == size.1)
  }

  @Test func `covering cuts off both sides alike`() throws {
    let stripes = picture(30, 10) { x, _, _ in x < 10 ? 0 : x < 20 ? 128 : 255 }
    let result = try resized(stripes, 10, 10, .cover)
    #expect(result.samples == [UInt8](repeating: 128, count: 100))
  }

  @Test func `a jpeg is decoded no smaller than twice what is wanted`() {
    let plan = ResizePlan(from: (4000, 3000), to: (256, 256), fit: .contain)
    #expect(plan.enoughSide(of: (4000, 3000)) == 384)
    #expect(
      ResizePlan(from: (300, 300), to: (256, 256), fit: .contain).enoughSide(of: (300, 300)) == 0)
  }

  @Test func `a picture decoded at an eighth gives nearly what the whole one gives`() throws {
    let smooth = picture(811, 605, channels: 3) { x, y, channel in
      UInt8((x / 8 + y / 5 + 30 * channel) % 256)
    }
    let jpeg = try #require(encodeImage(smooth, as: .jpeg, quality: 95))
    let plan = ResizePlan(from: (811, 605), to: (40, 40), fit: .cover)
    var results: [[UInt8]] = []
    for side in [0, plan.enoughSide(of: (811, 605))] {
      var options = DecodeOptions()
      options.enoughSide = side
      var rows = Resampler(plan)
      _ = try decodeImage(from: BytesStream(jpeg), options: options, into: &rows)
      results.append(rows.picture.samples)
    }
    var sum = 0
    for (whole, reduced) in zip(results[0], results[1]) { sum += abs(Int(whole) - Int(reduced)) }
    #expect(results[0].count == 4800 && Double(sum) / 4800 < 1.5)
  }
}
