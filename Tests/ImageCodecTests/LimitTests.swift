import ImageCodec
import TestKit
import Testing

/// A stream that never ends: a front, then a pattern for ever.
private final class EndlessStream: ByteStream {
  private var front: ArraySlice<UInt8>
  private let pattern: [UInt8]

  init(_ front: [UInt8], then pattern: [UInt8]) {
    self.front = front[...]
    self.pattern = Array(repeatElement(pattern, count: 4096 / pattern.count + 1).joined())
  }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    if front.isEmpty { front = pattern[...] }
    let piece = front.prefix(buffer.count)
    front = front.dropFirst(piece.count)
    unsafe buffer.withUnsafeMutableBytes { unsafe $0.copyBytes(from: piece) }
    return piece.count
  }
}

struct LimitTests {
  private func refusalOfEndless(_ front: [UInt8], then pattern: [UInt8]) -> DecodeRefusal? {
    var rows = RowCounter()
    let stream = EndlessStream(front, then: pattern)
    do {
      _ = try decodeImage(from: stream, options: DecodeOptions(), into: &rows)
      return nil
    } catch {
      return error
    }
  }

  @Test func `refuses a png of more pixels than allowed before it has any`() {
    let png = TinyPNG(width: 20_000, height: 20_000, lines: [])
    #expect(
      refusal(of: png.bytes)
        == DecodeRefusal(
          code: .limits, mediaType: "image/png",
          message: "20000 x 20000 pixels are more than the limit of 178956970 pixels"))
  }

  @Test func `refuses sizes whose product overflows`() {
    let side = Int(Int32.max)
    #expect(refusal(of: TinyPNG(width: side, height: side, lines: []).bytes)?.code == .limits)
  }

  @Test func `refuses a png too wide to hold its rows`() {
    let found = refusal(of: TinyPNG(width: 1_000_001, height: 1, lines: []).bytes)
    #expect(found?.code == .limits)
  }

  @Test(arguments: [60_000, 65_535])
  func `refuses a jpeg of more pixels than allowed`(side: Int) {
    var jpeg = TinyJPEG([[[0]]])
    (jpeg.width, jpeg.height) = (side, side)
    #expect(refusal(of: jpeg.bytes)?.code == .limits)
  }

  @Test func `takes exactly as many pixels as allowed`() throws {
    var options = DecodeOptions()
    options.maxPixels = 20
    #expect(refusal(of: TinyPNG.gray(width: 5, height: 4).bytes, options: options) == nil)
    #expect(
      refusal(of: TinyPNG.gray(width: 7, height: 3).bytes, options: options)?.code == .limits)
  }

  @Test(arguments: [0xC0, 0xC2] as [UInt8])
  func `refuses a jpeg of thousands of scans`(frameMarker: UInt8) {
    var jpeg = TinyJPEG([[[1]], [[2]], [[3]]])
    jpeg.frameMarker = frameMarker
    jpeg.isInterleaved = false
    jpeg.scanRepeats = 3000
    let found = refusal(of: jpeg.bytes)
    #expect(found?.code == .limits)
    #expect(found?.message.hasPrefix("scan 501 at byte ") == true)
  }

  @Test func `refuses endless fill, comments and segments before a jpeg's frame`() {
    let comment = TinyJPEG.segment(0xFE, [UInt8](repeating: 0x20, count: 1000))
    let xmp = TinyJPEG.segment(0xE1, [UInt8](repeating: 0x20, count: 1000))
    for pattern in [[0xFF], comment, xmp, [0xFF, 0x01]] {
      #expect(refusalOfEndless([0xFF, 0xD8, 0xFF], then: pattern) != nil)
      #expect(refusalOfEndless([0xFF, 0xD8], then: pattern)?.code == .limits)
    }
  }

  @Test func `refuses an endless chunk and endless chunks`() {
    let front = TinyPNG.signature + TinyPNG.gray(width: 1, height: 1).headerChunk
    for name in ["tEXt", "zTXt", "iCCP", "abCd", "eXIf", "pCAL", "sCAL", "sPLT", "hIST"] {
      let head = UInt32(0x7FFF_FFFF).bigEndianBytes + Array(name.utf8)
      #expect(refusalOfEndless(front + head, then: [0x20])?.code == .limits, "\(name)")
    }
    #expect(refusalOfEndless(front, then: TinyPNG.chunk("abCd", []))?.code == .limits)
  }

  @Test func `refuses more bytes behind an image than allowed, however many there are`() {
    var options = DecodeOptions()
    options.maxTrailingBytes = 10
    for image in [TinyJPEG([[[1]]]).bytes, TinyPNG.gray(width: 1, height: 1).bytes] {
      let most = image + [UInt8](repeating: 0, count: 10)
      #expect(refusal(of: most, options: options) == nil)
      let found = refusal(of: most + [0], options: options)
      #expect(found?.code == .limits)
      #expect(
        found?.message == "more than 10 bytes after the end of the image at byte \(image.count)")
      #expect(refusalOfEndless(image, then: [0])?.code == .limits)
    }
  }

  @Test func `refuses endless image data`() {
    let png = TinyPNG.gray(width: 1, height: 1)
    let head = UInt32(0x7FFF_FFFF).bigEndianBytes + Array("IDAT".utf8)
    let block: [UInt8] = [0, 1, 0, 0xFE, 0xFF, 0]
    let found = refusalOfEndless(
      TinyPNG.signature + png.headerChunk + head + [0x78, 0x01], then: block)
    #expect(found?.code == .limits)
  }
}
