import ImageCodec
import TestKit
import Testing

struct MetadataTests {
  /// A TIFF structure of one directory, and of a GPS directory when it has tags.
  static func exif(
    orientation: UInt16, gpsTags: [UInt16] = [], isLittleEndian: Bool = false
  ) -> [UInt8] {
    func number(_ value: some FixedWidthInteger) -> [UInt8] {
      isLittleEndian ? value.bigEndianBytes.reversed() : value.bigEndianBytes
    }
    let entries: UInt16 = gpsTags.isEmpty ? 1 : 2
    var bytes = Array((isLittleEndian ? "II" : "MM").utf8) + number(UInt16(42)) + number(UInt32(8))
    bytes += number(entries)
    bytes += number(UInt16(0x0112)) + number(UInt16(3)) + number(UInt32(1))
    bytes += number(orientation) + [0, 0]
    if !gpsTags.isEmpty {
      bytes += number(UInt16(0x8825)) + number(UInt16(4)) + number(UInt32(1))
      bytes += number(UInt32(8 + 2 + 24 + 4))
    }
    bytes += number(UInt32(0))
    guard !gpsTags.isEmpty else { return bytes }
    bytes += number(UInt16(gpsTags.count))
    for tag in gpsTags {
      bytes += number(tag) + number(UInt16(2)) + number(UInt32(2)) + [78, 0, 0, 0]
    }
    return bytes + number(UInt32(0))
  }

  private func jpeg(app1 payload: [UInt8]) -> [UInt8] {
    var jpeg = TinyJPEG([[[1]]])
    jpeg.segments = TinyJPEG.segment(0xE1, payload)
    return jpeg.bytes
  }

  private let mark = Array("Exif".utf8) + [0, 0]

  @Test(arguments: 1...8 as ClosedRange<UInt16>, [true, false])
  func `reads the orientation of jpeg and png`(orientation: UInt16, isLittleEndian: Bool) throws {
    let block = Self.exif(orientation: orientation, isLittleEndian: isLittleEndian)
    #expect(try decode(jpeg(app1: mark + block)).info.orientation == Int(orientation))
    var png = TinyPNG.gray(width: 2, height: 2)
    png.before = [TinyPNG.chunk("eXIf", block)]
    #expect(try decode(png.bytes).info.orientation == Int(orientation))
    (png.before, png.after) = ([], png.before)
    #expect(try decode(png.bytes).info.orientation == Int(orientation))
  }

  @Test(arguments: [0, 9, 65_535] as [UInt16])
  func `takes an orientation that is none as 1`(orientation: UInt16) throws {
    let bytes = jpeg(app1: mark + Self.exif(orientation: orientation))
    #expect(try decode(bytes).info.orientation == 1)
  }

  @Test(arguments: [[0, 1, 2], [2], [3, 4, 29]] as [[UInt16]])
  func `notices a place`(tags: [UInt16]) throws {
    #expect(try decode(jpeg(app1: mark + Self.exif(orientation: 6, gpsTags: tags))).info.hasGPS)
  }

  @Test(arguments: [[], [0], [29], [0, 5, 6, 7, 16, 17, 29]] as [[UInt16]])
  func `takes a GPS directory without coordinates for no place`(tags: [UInt16]) throws {
    #expect(try !decode(jpeg(app1: mark + Self.exif(orientation: 6, gpsTags: tags))).info.hasGPS)
  }

  @Test func `survives a block cut or damaged at any byte`() throws {
    let block = Self.exif(orientation: 3, gpsTags: [2])
    for length in block.indices {
      _ = try decode(jpeg(app1: mark + block.prefix(length)))
    }
    for index in block.indices {
      var damaged = block
      damaged[index] = 0xFF
      _ = try decode(jpeg(app1: mark + damaged))
    }
  }

  @Test func `passes over xmp to the exif behind it`() throws {
    var jpeg = TinyJPEG([[[1]]])
    jpeg.segments =
      TinyJPEG.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/".utf8) + [0])
      + TinyJPEG.segment(0xE1, mark + Self.exif(orientation: 8))
    #expect(try decode(jpeg.bytes).info.orientation == 8)
  }

  /// A profile of a `desc` tag only.
  private static func profile(_ description: [UInt8]) -> [UInt8] {
    let padded = description + [UInt8](repeating: 0, count: (4 - description.count % 4) % 4)
    var bytes = [UInt8](repeating: 0, count: 128)
    bytes.replaceSubrange(0..<4, with: UInt32(144 + padded.count).bigEndianBytes)
    bytes[8] = 2
    bytes.replaceSubrange(12..<24, with: Array("mntrRGB XYZ ".utf8))
    bytes.replaceSubrange(36..<40, with: Array("acsp".utf8))
    bytes.replaceSubrange(
      68..<80, with: [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D])
    bytes += UInt32(1).bigEndianBytes + Array("desc".utf8) + UInt32(144).bigEndianBytes
    return bytes + UInt32(description.count).bigEndianBytes + padded
  }

  private static func ascii(_ name: String) -> [UInt8] {
    Array("desc".utf8) + [0, 0, 0, 0] + UInt32(name.utf8.count + 1).bigEndianBytes
      + Array(name.utf8)
      + [0]
  }

  private static func localised(_ names: [(String, String)]) -> [UInt8] {
    var bytes = Array("mluc".utf8) + [0, 0, 0, 0] + UInt32(names.count).bigEndianBytes
    bytes += UInt32(12).bigEndianBytes
    var texts: [UInt8] = []
    for (language, name) in names {
      let text = name.utf16.flatMap { $0.bigEndianBytes }
      bytes += Array(language.utf8) + UInt32(text.count).bigEndianBytes
      bytes += UInt32(16 + 12 * names.count + texts.count).bigEndianBytes
      texts += text
    }
    return bytes + texts
  }

  @Test(arguments: [
    (Self.ascii("Display P3"), "Display P3"),
    (Self.localised([("deDE", "Anzeige"), ("enUS", "Über RGB")]), "Über RGB"),
    (Self.localised([("jaJP", "画面")]), "画面"),
    (Self.ascii("a\u{1B}[31mb"), "a[31mb"),
  ])
  func `names the profile of jpeg and png`(description: [UInt8], name: String) throws {
    let profile = Self.profile(description)
    var jpeg = TinyJPEG([[[1]]])
    jpeg.segments = TinyJPEG.segment(0xE2, Array("ICC_PROFILE".utf8) + [0, 1, 1] + profile)
    #expect(try decode(jpeg.bytes).info.iccProfile == name)
    var png = TinyPNG(width: 1, height: 1, colourType: 2, lines: [[1, 2, 3]])
    png.before = [TinyPNG.chunk("iCCP", Array("given".utf8) + [0, 0] + zlibStored(profile))]
    let info = try decode(png.bytes).info
    #expect(info.warnings.isEmpty)
    #expect(info.iccProfile == name)
  }

  @Test func `falls back to the name a png gives its profile`() throws {
    var png = TinyPNG(width: 1, height: 1, colourType: 2, lines: [[1, 2, 3]])
    let profile = Self.profile(Array("nothing.".utf8))
    png.before = [TinyPNG.chunk("iCCP", Array("given".utf8) + [0, 0] + zlibStored(profile))]
    #expect(try decode(png.bytes).info.iccProfile == "given")
    #expect(try decode(TinyPNG.gray(width: 1, height: 1).bytes).info.iccProfile == nil)
  }
}
