import ImageCodec
import Testing

struct JPEGRefusalTests {
  private static let sound: TinyJPEG = {
    var jpeg = TinyJPEG([
      (0..<3).map { y in (0..<40).map { 6 * $0 + y } },
      (0..<3).map { y in (0..<40).map { 255 - 6 * $0 - y } },
      (0..<3).map { _ in [Int](repeating: 17, count: 40) },
    ])
    jpeg.adobeTransform = 0
    return jpeg
  }()

  @Test func `refuses a truncated jpeg and says where`() throws {
    let bytes = Array(Self.sound.bytes.dropLast(100))
    #expect(
      refusal(of: bytes)
        == DecodeRefusal(
          code: .corrupt, mediaType: "image/jpeg",
          message: "the data ends at byte \(bytes.count), in scan line 17 of 24"))
  }

  @Test(arguments: [true, false], [0xC0, 0xC2] as [UInt8])
  func `refuses a jpeg cut at any byte`(isInterleaved: Bool, frameMarker: UInt8) {
    var jpeg = TinyJPEG([[[1, 200], [3, 4]], [[9, 8], [7, 6]], [[0, 0], [0, 255]]])
    jpeg.isInterleaved = isInterleaved
    jpeg.frameMarker = frameMarker
    let bytes = jpeg.bytes
    #expect(refusal(of: bytes) == nil)
    for length in 3..<bytes.count {
      let found = refusal(of: Array(bytes.prefix(length)))
      #expect(found?.code == .corrupt)
      #expect(found?.message.contains("the data ends at byte \(length)") == true)
    }
  }

  @Test func `refuses a picture half of whose data is missing before its end`() {
    let sound = Self.sound
    let bytes = sound.header + sound.scans.dropLast(200) + [0xFF, 0xD9]
    let found = refusal(of: bytes)
    #expect(found?.code == .corrupt)
    #expect(
      found?.message
        == "premature end of data segment at byte \(bytes.count - 2), in scan line 9 of 24")
  }

  @Test func `refuses coded data that the decoder did not want`() {
    var jpeg = Self.sound
    jpeg.leftOver = (0..<40).map { UInt8($0) }
    let found = refusal(of: jpeg.bytes)
    #expect(found?.code == .corrupt)
    #expect(found?.message.contains("extraneous bytes before marker 0xd9") == true)
  }

  @Test func `takes fill behind the last scan, with a warning`() throws {
    var jpeg = Self.sound
    jpeg.leftOver = [UInt8](repeating: 0, count: 500)
    let warnings = try decode(jpeg.bytes).info.warnings
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("extraneous bytes before marker 0xd9 at byte") == true)
  }

  @Test func `refuses a restart marker out of order`() throws {
    var jpeg = TinyJPEG([[(0..<20).map { 10 * $0 }]])
    jpeg.restartInterval = 2
    var bytes = jpeg.bytes
    let marker = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xD1]) })
    bytes[marker + 1] = 0xD5
    #expect(refusal(of: bytes)?.code == .corrupt)
  }

  @Test(arguments: [
    (0xC3 as UInt8, "a lossless jpeg (SOF type 0xc3) is not supported"),
    (0xC5, "a hierarchical jpeg (SOF type 0xc5) is not supported"),
  ])
  func `names the kinds of jpeg it cannot decode`(marker: UInt8, words: String) {
    var jpeg = Self.sound
    jpeg.frameMarker = marker
    let found = refusal(of: jpeg.bytes)
    #expect(found?.code == .unsupportedFormat)
    #expect(found?.mediaType == "image/jpeg")
    #expect(found?.message.hasPrefix(words) == true)
  }

  @Test func `names a jpeg of 12 bits`() {
    var jpeg = Self.sound
    jpeg.precision = 12
    let found = refusal(of: jpeg.bytes)
    #expect(found?.code == .unsupportedFormat)
    #expect(found?.message.hasPrefix("a jpeg of 12 bits a sample is not supported") == true)
  }

  @Test func `refuses a jpeg of two components`() {
    let found = refusal(of: TinyJPEG([[[1]], [[2]]]).bytes)
    #expect(found?.code == .unsupportedFormat)
    #expect(found?.message == "a jpeg of 2 components is not supported")
  }

  @Test func `counts what follows the end of the image`() throws {
    let bytes = Self.sound.bytes
    let info = try decode(bytes + [UInt8](repeating: 7, count: 300_000), piece: 1000).info
    #expect(info.imageBytes == bytes.count)
    #expect(info.totalBytes == bytes.count + 300_000)
    #expect(
      info.warnings == ["300000 bytes after the end of the image at byte \(bytes.count)"])
  }
}
