import ImageCodec
import TestKit
import Testing

struct PNGDecodingTests {
  @Test(arguments: [
    (1, PixelMode.gray1, [0b0101_0000] as [UInt8], [0, 255, 0, 255] as [UInt8]),
    (2, .gray2, [0b0001_1011], [0, 85, 170, 255]),
    (4, .gray4, [0x01, 0xEF], [0, 17, 238, 255]),
    (8, .gray8, [0, 1, 254, 255], [0, 1, 254, 255]),
  ])
  func `scales gray to 8 bits exactly`(
    depth: Int, mode: PixelMode, line: [UInt8], row: [UInt8]
  ) throws {
    let picture = try decode(TinyPNG(width: 4, height: 1, depth: depth, lines: [line]).bytes)
    #expect(picture.info.header.mode == mode)
    #expect(picture.layout == PixelLayout(width: 4, height: 1, channels: 1, bitDepth: 8))
    #expect(picture.rows == [row])
  }

  @Test(arguments: [(0, 1, PixelMode.gray16), (2, 3, .rgb16), (4, 2, .graya16), (6, 4, .rgba16)])
  func `gives 16 bits in native order`(type: Int, channels: Int, mode: PixelMode) throws {
    let samples = (0..<2 * channels).map { UInt16(0x0102 * ($0 + 1)) }
    let png = TinyPNG(
      width: 2, height: 1, depth: 16, colourType: type,
      lines: [samples.flatMap { $0.bigEndianBytes }])
    let picture = try decode(png.bytes)
    #expect(picture.info.header.mode == mode)
    #expect(
      picture.layout == PixelLayout(width: 2, height: 1, channels: channels, bitDepth: 16))
    let native: [UInt8] = samples.flatMap { $0.bigEndian.bigEndianBytes }
    #expect(picture.rows == [native])
  }

  @Test(arguments: [(2, 3, PixelMode.rgb8), (4, 2, .graya8), (6, 4, .rgba8)])
  func `leaves 8-bit colour as it is`(type: Int, channels: Int, mode: PixelMode) throws {
    let line = (0..<3 * channels).map { UInt8(20 * $0) }
    let picture = try decode(
      TinyPNG(width: 3, height: 1, colourType: type, lines: [line]).bytes)
    #expect(picture.info.header.mode == mode)
    #expect(picture.layout.channels == channels)
    #expect(picture.rows == [line])
  }

  @Test(
    arguments: [
      (1, PixelMode.palette1, 0b0100_0000), (2, .palette2, 0b0001_0000), (4, .palette4, 0x01),
    ] as [(Int, PixelMode, UInt8)])
  func `looks palettes up`(depth: Int, mode: PixelMode, line: UInt8) throws {
    let palette = TinyPNG.chunk("PLTE", [1, 2, 3, 250, 251, 252])
    let png = TinyPNG(
      width: 2, height: 1, depth: depth, colourType: 3, before: [palette], lines: [[line]])
    let picture = try decode(png.bytes)
    #expect(picture.info.header.mode == mode)
    #expect(picture.rows == [[1, 2, 3, 250, 251, 252]])
  }

  @Test func `gives a palette with tRNS alpha`() throws {
    let chunks = [TinyPNG.chunk("PLTE", [1, 2, 3, 4, 5, 6]), TinyPNG.chunk("tRNS", [99])]
    let picture = try decode(
      TinyPNG(width: 2, height: 1, colourType: 3, before: chunks, lines: [[0, 1]]).bytes)
    #expect(picture.info.header.mode == .palette8)
    #expect(picture.rows == [[1, 2, 3, 99, 4, 5, 6, 255]])
  }

  @Test func `makes a colour key alpha`() throws {
    let key = TinyPNG.chunk("tRNS", [0, 3])
    let gray = TinyPNG(width: 2, height: 1, depth: 2, before: [key], lines: [[0b1101_0000]])
    #expect(try decode(gray.bytes).rows == [[255, 0, 85, 255]])
    let rgbKey = TinyPNG.chunk("tRNS", [0, 9, 0, 8, 0, 7])
    let rgb = TinyPNG(
      width: 2, height: 1, colourType: 2, before: [rgbKey], lines: [[9, 8, 7, 9, 8, 6]])
    #expect(try decode(rgb.bytes).rows == [[9, 8, 7, 0, 9, 8, 6, 255]])
  }

  @Test func `decodes the passes of an interlaced picture`() throws {
    let starts = [(0, 0), (4, 0), (0, 4), (2, 0), (0, 2), (1, 0), (0, 1)]
    let steps = [(8, 8), (8, 8), (4, 8), (4, 4), (2, 4), (2, 2), (1, 2)]
    let (width, height) = (11, 9)
    func value(_ x: Int, _ y: Int) -> UInt8 { UInt8(y * width + x) }
    var lines: [[UInt8]] = []
    for (start, step) in zip(starts, steps) {
      for y in stride(from: start.1, to: height, by: step.1) {
        lines.append(stride(from: start.0, to: width, by: step.0).map { value($0, y) })
      }
    }
    let png = TinyPNG(width: width, height: height, isInterlaced: true, lines: lines)
    let picture = try decode(png.bytes)
    #expect(picture.workingBytes == width * height)
    let rows: [[UInt8]] = (0..<height).map { y in (0..<width).map { value($0, y) } }
    #expect(picture.rows == rows)
  }

  @Test func `gives every row of a picture of many batches`() throws {
    let png = TinyPNG.gray(width: 1000, height: 300)
    let picture = try decode(png.bytes, piece: 777)
    #expect(picture.rows == png.lines)
    #expect(picture.info.imageBytes == png.bytes.count)
    #expect(picture.info.totalBytes == png.bytes.count)
  }
}
