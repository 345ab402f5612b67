import ImageCodec
import Testing

struct EncodingTests {
  private func picture(_ channels: Int, depth: Int = 8, width: Int = 37, height: Int = 23)
    -> PixelBuffer
  {
    let layout = PixelLayout(width: width, height: height, channels: channels, bitDepth: depth)
    let count = layout.bytesPerRow * height
    return PixelBuffer(
      layout: layout, samples: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) })
  }

  @Test(arguments: [1, 2, 3, 4], [8, 16])
  func `a png comes back as it was`(channels: Int, depth: Int) throws {
    let picture = picture(channels, depth: depth)
    let bytes = try #require(encodeImage(picture, as: .png, quality: 92))
    let decoded = try decode(bytes)
    #expect(decoded.layout == picture.layout)
    #expect(decoded.rows.flatMap(\.self) == picture.samples)
    #expect(decoded.info.header.mode == picture.mode)
    #expect(decoded.info.warnings.isEmpty)
    #expect(encodeImage(picture, as: .png, quality: 1) == bytes)
  }

  @Test(arguments: [1, 3])
  func `a jpeg comes back nearly as it was, the nearer the better its quality`(channels: Int) throws
  {
    let layout = PixelLayout(width: 41, height: 30, channels: channels, bitDepth: 8)
    var samples: [UInt8] = []
    for y in 0..<30 {
      for x in 0..<41 {
        for channel in 0..<channels { samples.append(UInt8(x * 4 + y * 2 + channel * 15)) }
      }
    }
    let picture = PixelBuffer(layout: layout, samples: samples)
    var errors: [Double] = []
    for quality in [20, 75, 95] {
      let bytes = try #require(encodeImage(picture, as: .jpeg, quality: quality))
      let decoded = try decode(bytes)
      #expect(decoded.layout == layout && decoded.info.warnings.isEmpty)
      let shown = decoded.rows.flatMap(\.self)
      var sum = 0
      for (old, new) in zip(samples, shown) { sum += abs(Int(old) - Int(new)) }
      errors.append(Double(sum) / Double(samples.count))
    }
    #expect(errors[0] > errors[2] && errors[2] < 1)
  }

  @Test func `what a format cannot hold is not encoded`() {
    #expect(encodeImage(picture(4), as: .jpeg, quality: 92) == nil)
    #expect(encodeImage(picture(3, depth: 16), as: .jpeg, quality: 92) == nil)
    #expect(encodeImage(picture(1, width: 70_000, height: 1), as: .jpeg, quality: 92) == nil)
    var short = picture(1)
    short.samples.removeLast()
    #expect(encodeImage(short, as: .png, quality: 92) == nil)
    #expect(encodeImage(picture(1, width: 0), as: .png, quality: 92) == nil)
  }

  @Test(arguments: [
    (1, ["ab", "cd", "ef"]), (2, ["ba", "dc", "fe"]), (3, ["fe", "dc", "ba"]),
    (4, ["ef", "cd", "ab"]), (5, ["ace", "bdf"]), (6, ["eca", "fdb"]), (7, ["fdb", "eca"]),
    (8, ["bdf", "ace"]),
  ])
  func `an orientation is applied`(orientation: Int, rows: [String]) {
    let layout = PixelLayout(width: 2, height: 3, channels: 1, bitDepth: 8)
    let turned = PixelBuffer(layout: layout, samples: Array("abcdef".utf8)).upright(
      from: orientation)
    #expect(turned.samples == Array(rows.joined().utf8))
    #expect(turned.layout.width == rows[0].count && turned.layout.height == rows.count)
  }

  @Test func `pixels of several bytes turn whole`() {
    let layout = PixelLayout(width: 2, height: 1, channels: 3, bitDepth: 8)
    let turned = PixelBuffer(layout: layout, samples: [1, 2, 3, 4, 5, 6]).upright(from: 6)
    #expect(turned.samples == [1, 2, 3, 4, 5, 6] && turned.layout.height == 2)
  }
}
