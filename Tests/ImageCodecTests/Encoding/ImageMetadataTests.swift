import ImageCodec
import TestKit
import Testing

struct ImageMetadataTests {
  private static let profile = JPEG.Segment(
    0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + [UInt8](repeating: 7, count: 200))

  private func jpeg(_ extras: [JPEG.Segment]) -> [UInt8] {
    var jpeg = Pictures.seeded(3, width: 24, height: 16, components: 3)
    jpeg.extras = extras
    return jpeg.encoded
  }

  private func occurs(_ text: String, in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: text.utf8) }
  }

  @Test func `a jpeg loses what is beside its pixels`() throws {
    let bytes =
      jpeg([
        JPEG.Segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
        Exif.segment(orientation: 6, hasPlace: true),
        JPEG.Segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8)),
        JPEG.Segment(0xED, Array("Photoshop 3.0\0".utf8)), JPEG.Segment(0xFE, Array("secret".utf8)),
        Self.profile,
      ]) + Array("behind".utf8)
    let stripped = try #require(ImageMetadata.stripped(bytes, format: .jpeg, orientation: 6))
    for text in ["xap", "Photoshop", "secret", "behind"] { #expect(!occurs(text, in: stripped)) }
    #expect(occurs("ICC_PROFILE", in: stripped))
    let (before, after) = (try decode(bytes), try decode(stripped))
    #expect(before.rows == after.rows && before.info.hasGPS && !after.info.hasGPS)
    #expect(after.info.orientation == 6 && after.info.warnings.isEmpty)
    #expect(ImageMetadata.stripped(stripped, format: .jpeg, orientation: 6) == stripped)
    let plain = try #require(ImageMetadata.stripped(bytes, format: .jpeg, orientation: 1))
    #expect(!occurs("Exif", in: plain))
  }

  @Test func `a png loses texts and keeps what its colours mean`() throws {
    var png = PNG(width: 5, height: 4) { x, y, _ in x * 40 + y }
    png.extras = [
      PNG.Chunk("gAMA", [0, 0, 0xB1, 0x8F]), PNG.Chunk("tEXt", Array("Comment\0secret".utf8)),
      Exif.chunk(orientation: 3, hasPlace: true), PNG.Chunk("tIME", [7, 0xE8, 1, 1, 1, 1, 1]),
      PNG.Chunk("prVt", [1]),
    ]
    let bytes = png.encoded
    let stripped = try #require(ImageMetadata.stripped(bytes, format: .png, orientation: 3))
    for text in ["tEXt", "secret", "tIME", "prVt"] { #expect(!occurs(text, in: stripped)) }
    #expect(occurs("gAMA", in: stripped))
    let (before, after) = (try decode(bytes), try decode(stripped))
    #expect(before.rows == after.rows && before.info.hasGPS && !after.info.hasGPS)
    #expect(after.info.orientation == 3 && after.info.warnings.isEmpty)
    #expect(ImageMetadata.stripped(stripped, format: .png, orientation: 3) == stripped)
  }

  @Test func `a chunk with a wrong sum is not carried on`() throws {
    var png = PNG(width: 5, height: 4) { x, y, _ in x * 40 + y }
    png.extras = [PNG.Chunk("gAMA", [0, 0, 0xB1, 0x8F])]
    var bytes = png.encoded
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "gAMA".utf8) })
    bytes[place + 8] ^= 1
    let stripped = try #require(ImageMetadata.stripped(bytes, format: .png, orientation: 1))
    #expect(!occurs("gAMA", in: stripped))
    let dressed = ImageMetadata.dressed(
      stripped, like: bytes, format: .png, orientation: 1, keepsProfile: true)
    #expect(dressed == stripped)
  }

  @Test func `a file without metadata stays as it is`() {
    let (jpeg, png) = (Pictures.jpeg(1), Pictures.png(1))
    #expect(ImageMetadata.stripped(jpeg, format: .jpeg, orientation: 1) == jpeg)
    #expect(ImageMetadata.stripped(png, format: .png, orientation: 1) == png)
  }

  @Test(arguments: [ImageFormat.jpeg, .png])
  func `what is no whole file is not taken apart`(format: ImageFormat) {
    let bytes = format == .jpeg ? Pictures.jpeg(1) : Pictures.png(1)
    for count in 0..<bytes.count {
      #expect(
        ImageMetadata.stripped(Array(bytes.prefix(count)), format: format, orientation: 1) == nil)
    }
  }

  @Test func `a new file gets the profile and orientation of the old one`() throws {
    let old = jpeg([Exif.segment(orientation: 8, hasPlace: true), Self.profile])
    let layout = PixelLayout(width: 8, height: 8, channels: 3, bitDepth: 8)
    let picture = PixelBuffer(layout: layout, samples: [UInt8](repeating: 90, count: 192))
    let new = try #require(encodeImage(picture, as: .jpeg, quality: 92))
    let dressed = ImageMetadata.dressed(
      new, like: old, format: .jpeg, orientation: 8, keepsProfile: true)
    let info = try decode(dressed).info
    #expect(info.orientation == 8 && info.iccProfile != nil && !info.hasGPS)
    #expect(info.warnings.isEmpty)
    let bare = ImageMetadata.dressed(
      new, like: old, format: .jpeg, orientation: 1, keepsProfile: false)
    #expect(bare == new)
    let png = try #require(encodeImage(picture, as: .png, quality: 92))
    let turned = ImageMetadata.dressed(
      png, like: Pictures.png(1), format: .png, orientation: 5, keepsProfile: true)
    #expect(try decode(turned).info.orientation == 5)
  }
}
