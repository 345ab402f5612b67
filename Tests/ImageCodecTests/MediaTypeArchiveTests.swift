import ImageCodec
import Testing

@Suite struct MediaTypeArchiveTests {
  @Test func `knows a tar by its checksum`() {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<5, with: "a.png".utf8)
    header.replaceSubrange(148..<156, with: repeatElement(0x20, count: 8))
    let sum = header.reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    header.replaceSubrange(
      148..<155, with: (String(repeating: "0", count: 6 - digits.count) + digits + "\0").utf8)
    #expect(detectMediaType(header.span, isWhole: true).name == "application/x-tar")
    header[0] ^= 1
    #expect(detectMediaType(header.span, isWhole: true).name != "application/x-tar")
  }

  @Test(arguments: [
    ("word/document.xml", "wordprocessingml.document"), ("xl/workbook.xml", "spreadsheetml.sheet"),
    ("ppt/slides.xml", "presentationml.presentation"),
  ])
  func `tells office documents by the folder of a later entry`(entry: String, kind: String) {
    let zip = Self.entry("[Content_Types].xml", "<Types/>") + Self.entry(entry, "<x/>")
    #expect(
      detectMediaType(zip.span, isWhole: true).name
        == "application/vnd.openxmlformats-officedocument.\(kind)")
  }

  @Test(arguments: ["application/epub+zip", "application/vnd.oasis.opendocument.text"])
  func `tells documents by the mimetype entry`(name: String) {
    let zip = Self.entry("mimetype", name) + Self.entry("content.xml", "<x/>")
    #expect(detectMediaType(zip.span, isWhole: true).name == name)
  }

  @Test func `takes a zip of anything else for a zip`() {
    let zip = Self.entry("word.txt", "word/") + Self.entry("[Content_Types].xml", "")
    #expect(detectMediaType(zip.span, isWhole: true).name == "application/zip")
  }

  /// A stored zip entry: a local header, its name and its bytes.
  private static func entry(_ name: String, _ content: String) -> [UInt8] {
    let size = UInt8(content.utf8.count)
    return [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      + [size, 0, 0, 0, size, 0, 0, 0, UInt8(name.utf8.count), 0, 0, 0]
      + Array(name.utf8) + Array(content.utf8)
  }
}
