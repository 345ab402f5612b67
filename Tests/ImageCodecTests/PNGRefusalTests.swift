import ImageCodec
import Testing

struct PNGRefusalTests {
  private static let sound = TinyPNG.gray(width: 5, height: 4)

  private func png(_ chunks: [[UInt8]]) -> [UInt8] {
    TinyPNG.signature + chunks.flatMap(\.self)
  }

  @Test func `refuses a png cut at any byte and says where`() {
    let bytes = Self.sound.bytes
    for length in 8..<bytes.count {
      let found = refusal(of: Array(bytes.prefix(length)))
      #expect(found?.code == .corrupt)
      #expect(found?.message.hasPrefix("the data ends at byte \(length), in ") == true)
    }
    #expect(
      refusal(of: Array(bytes.prefix(60)))?.message
        == "the data ends at byte 60, in chunk 'IDAT' at byte 33, scan line 1 of 4")
  }

  @Test func `refuses a wrong byte wherever it stands in a png without metadata`() {
    let bytes = Self.sound.bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(refusal(of: damaged) != nil, "byte \(index)")
    }
  }

  @Test func `refuses a wrong adler-32`() {
    let sound = Self.sound
    var data = sound.imageData
    data[data.count - 1] ^= 1
    let bytes = png([
      sound.headerChunk, TinyPNG.chunk("IDAT", data), TinyPNG.chunk("IEND", []),
    ])
    let found = refusal(of: bytes)
    #expect(found?.code == .corrupt)
    #expect(found?.message.hasPrefix("chunk 'IDAT' at byte 33") == true)
    #expect(found?.message.hasSuffix("incorrect data check") == true)
  }

  @Test func `refuses image data without its end`() {
    let sound = Self.sound
    let bytes = png([
      sound.headerChunk, TinyPNG.chunk("IDAT", sound.imageData.dropLast(4)),
      TinyPNG.chunk("IEND", []),
    ])
    #expect(refusal(of: bytes)?.code == .corrupt)
  }

  @Test func `refuses a wrong crc of a critical chunk`() {
    let sound = Self.sound
    let bytes = png([
      sound.headerChunk, TinyPNG.chunk("IDAT", sound.imageData, breaksCRC: true),
      TinyPNG.chunk("IEND", []),
    ])
    let found = refusal(of: bytes)
    #expect(found?.code == .corrupt)
    #expect(found?.mediaType == "image/png")
    #expect(found?.message.contains("chunk 'IDAT' at byte 33") == true)
    #expect(found?.message.hasSuffix("CRC error") == true)
  }

  @Test(arguments: ["tEXt", "gAMA", "eXIf", "xyZz"])
  func `only warns of a wrong crc of an ancillary chunk`(name: String) throws {
    var png = Self.sound
    png.before = [TinyPNG.chunk(name, [0x49, 0, 0, 9], breaksCRC: true)]
    #expect(try decode(png.bytes).info.warnings == ["chunk '\(name)' at byte 33: CRC error"])
  }

  @Test func `refuses a critical chunk it does not know`() {
    var png = Self.sound
    png.before = [TinyPNG.chunk("ABCD", [])]
    #expect(refusal(of: png.bytes)?.code == .corrupt)
  }

  @Test func `warns of a little image data in excess and refuses a lot`() throws {
    var png = Self.sound
    png.excess = [UInt8](repeating: 0, count: 2000)
    #expect(try decode(png.bytes).info.warnings.count == 1)
    png.excess = [UInt8](repeating: 0, count: 200_000)
    let found = refusal(of: png.bytes)
    #expect(found?.code == .limits)
    #expect(
      found?.message
        == "chunk 'IDAT' at byte 33: the image data goes on after the last scan line")
  }

  @Test func `counts what follows the end of the image`() throws {
    let bytes = Self.sound.bytes
    let info = try decode(bytes + [0]).info
    #expect(info.warnings == ["1 byte after the end of the image at byte \(bytes.count)"])
    #expect(info.imageBytes == bytes.count)
    #expect(info.totalBytes == bytes.count + 1)
  }
}
