import ImageCodec
import Testing

struct JPEGDecodingTests {
  /// The rows of a picture of one row of blocks, each of one pixel's samples.
  private func flatRows(_ pixels: [[UInt8]]) -> [[UInt8]] {
    let row = pixels.flatMap { Array(repeatElement($0, count: 8).joined()) }
    return Array(repeating: row, count: 8)
  }

  @Test func `decodes gray to one channel`() throws {
    let picture = try decode(TinyJPEG([[[0, 100, 255]]]).bytes)
    #expect(picture.info.header.mode == .gray8)
    #expect(picture.layout == PixelLayout(width: 24, height: 8, channels: 1, bitDepth: 8))
    #expect(picture.rows == flatRows([[0], [100], [255]]))
    #expect(picture.info.warnings.isEmpty)
    #expect(picture.workingBytes == 0)
  }

  @Test func `decodes rgb stored without transform`() throws {
    var jpeg = TinyJPEG([[[255, 1]], [[0, 2]], [[7, 3]]])
    jpeg.adobeTransform = 0
    let picture = try decode(jpeg.bytes)
    #expect(picture.info.header.mode == .rgb8)
    #expect(picture.rows == flatRows([[255, 0, 7], [1, 2, 3]]))
  }

  @Test func `decodes ycbcr`() throws {
    var jpeg = TinyJPEG([[[90, 200]], [[128, 128]], [[128, 128]]])
    jpeg.adobeTransform = 1
    let picture = try decode(jpeg.bytes)
    #expect(picture.info.header.mode == .rgb8)
    #expect(picture.rows == flatRows([[90, 90, 90], [200, 200, 200]]))
  }

  @Test func `multiplies inverted cmyk by its black`() throws {
    var jpeg = TinyJPEG([[[255, 200]], [[128, 100]], [[0, 50]], [[255, 102]]])
    jpeg.adobeTransform = 0
    let picture = try decode(jpeg.bytes)
    #expect(picture.info.header.mode == .cmyk8)
    #expect(picture.rows == flatRows([[255, 128, 0], [80, 40, 20]]))
  }

  @Test func `inverts cmyk that has no adobe marker`() throws {
    let jpeg = TinyJPEG([[[0, 55]], [[127, 155]], [[255, 205]], [[0, 153]]])
    let picture = try decode(jpeg.bytes)
    #expect(picture.info.header.mode == .cmyk8)
    #expect(picture.rows == flatRows([[255, 128, 0], [80, 40, 20]]))
  }

  @Test func `decodes ycck by its adobe marker`() throws {
    var jpeg = TinyJPEG([[[100]], [[128]], [[128]], [[255]]])
    jpeg.adobeTransform = 2
    let picture = try decode(jpeg.bytes)
    #expect(picture.info.header.mode == .ycck8)
    #expect(picture.rows == flatRows([[155, 155, 155]]))
  }

  @Test func `decodes scans of one component each and says what it holds`() throws {
    var jpeg = TinyJPEG([[[9, 1]], [[8, 2]], [[7, 3]]])
    jpeg.adobeTransform = 0
    jpeg.isInterleaved = false
    let picture = try decode(jpeg.bytes)
    #expect(picture.rows == flatRows([[9, 8, 7], [1, 2, 3]]))
    #expect(picture.workingBytes == 3 * 16 * 8 * 2)
    #expect(picture.info.warnings.isEmpty)
  }

  @Test func `decodes restart intervals`() throws {
    var jpeg = TinyJPEG([[(0..<20).map { 10 * $0 }]])
    jpeg.restartInterval = 2
    let picture = try decode(jpeg.bytes)
    #expect(picture.rows == flatRows((0..<20).map { [UInt8(10 * $0)] }))
    #expect(picture.info.warnings.isEmpty)
  }

  @Test func `takes a progressive picture that lacks its last scans, with a warning`() throws {
    var jpeg = TinyJPEG([[[50, 50]]])
    jpeg.frameMarker = 0xC2
    let picture = try decode(jpeg.bytes)
    #expect(picture.rows == flatRows([[50], [50]]))
    #expect(picture.workingBytes == 16 * 8 * 2)
    #expect(
      picture.info.warnings == [
        "the scans end before the last refinement of 1 of 1 components"
      ])
  }

  @Test func `warns of a component that no scan holds`() throws {
    var jpeg = TinyJPEG([[[5]], [[6]], [[7]]])
    jpeg.isInterleaved = false
    let whole = jpeg.bytes
    let first = TinyJPEG([[[5]]]).scans
    let picture = try decode(jpeg.header + first + [0xFF, 0xD9])
    #expect(
      picture.info.warnings == [
        "no scan holds component 2 of 3", "no scan holds component 3 of 3",
      ])
    #expect(try decode(whole).info.warnings.isEmpty)
  }

  @Test(arguments: [(0, 64), (64, 64), (33, 64), (32, 32), (10, 16), (8, 8), (1, 8)])
  func `scales down while both sides stay long enough`(enough: Int, side: Int) throws {
    var options = DecodeOptions()
    options.enoughSide = enough
    let row = (0..<9).map { 20 * $0 }
    let picture = try decode(
      TinyJPEG([Array(repeating: row, count: 8)]).bytes, options: options)
    #expect(picture.info.header.width == 72)
    #expect(picture.layout.height == side)
    #expect(picture.layout.width == 72 * side / 64)
    #expect(picture.rows.count == side)
    let block = picture.layout.width / 9
    #expect(picture.rows[0] == row.flatMap { [UInt8](repeating: UInt8($0), count: block) })
  }

  @Test func `crops blocks to the size stated`() throws {
    var jpeg = TinyJPEG([[[1, 2]]])
    (jpeg.width, jpeg.height) = (9, 3)
    let picture = try decode(jpeg.bytes)
    #expect(picture.rows == Array(repeating: [1, 1, 1, 1, 1, 1, 1, 1, 2], count: 3))
  }
}
