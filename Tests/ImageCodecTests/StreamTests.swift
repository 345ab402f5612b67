import ImageCodec
import Testing

struct StreamTests {
  @Test func `refuses an empty stream`() {
    #expect(
      refusal(of: [])
        == DecodeRefusal(code: .empty, mediaType: nil, message: "the file is empty"))
  }

  @Test(
    arguments: [
      [0], [0xFF, 0xD8], [0xFF, 0xD8, 0x00, 0xFF], [0x89, 0x50, 0x4E, 0x47],
      Array("hello, world".utf8),
    ] as [[UInt8]])
  func `refuses what is no image and says what it is`(bytes: [UInt8]) {
    let found = refusal(of: bytes)
    #expect(found?.code == .notImage)
    #expect(found?.mediaType != nil)
  }

  @Test(arguments: [
    TinyPNG.gray(width: 30, height: 20).bytes, TinyJPEG([[[1, 2], [3, 4]]]).bytes,
  ])
  func `says where reading failed`(bytes: [UInt8]) {
    for failsAt in [0, 1, 9, 50, bytes.count - 1, bytes.count] {
      var rows = RowCounter()
      #expect(throws: DecodeRefusal.self) {
        try decodeImage(
          from: BytesStream(bytes, failsAt: failsAt), options: DecodeOptions(), into: &rows)
      }
      do {
        _ = try decodeImage(
          from: BytesStream(bytes, failsAt: failsAt), options: DecodeOptions(), into: &rows)
      } catch {
        #expect(error.code == .readFailed)
        #expect(error.message.hasPrefix("reading failed at byte \(failsAt), "))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096])
  func `decodes alike whatever the pieces`(piece: Int) throws {
    let png = TinyPNG.gray(width: 60, height: 50).bytes
    let jpeg = TinyJPEG([(0..<5).map { y in (0..<50).map { 5 * $0 + y } }]).bytes
    for bytes in [png, jpeg] {
      let whole = try decode(bytes)
      let pieces = try decode(bytes, piece: piece)
      #expect(pieces.rows == whole.rows)
      #expect(pieces.info == whole.info)
    }
  }

  @Test func `decodes on many threads at once`() async throws {
    let bytes = TinyJPEG([(0..<8).map { y in (0..<30).map { 8 * $0 + y } }]).bytes
    let expected = try decode(bytes).rows
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<64 {
        group.addTask {
          guard task % 2 == 0 else {
            return refusal(of: Array(bytes.dropLast(9)))?.code == .corrupt
          }
          return (try? decode(bytes))?.rows == expected
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
