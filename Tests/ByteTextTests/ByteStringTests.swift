import ByteText
import Testing

struct ByteStringTests {
  @Test func `composed and decomposed letters are different strings`() {
    let composed: ByteString = "caf\u{E9}"
    let decomposed: ByteString = "cafe\u{301}"
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func `sorts as python sorts by code point`() {
    let names: [ByteString] = ["\u{1F600}", "\u{FF5E}", "é", "z", "a", "Z", "10", "2", ""]
    #expect(names.sorted() == ["", "10", "2", "Z", "a", "z", "é", "\u{FF5E}", "\u{1F600}"])
  }

  @Test func `sorts bytes above 127 behind ascii, and a prefix before what it begins`() {
    #expect(ByteString([0x80]) > "z")
    #expect(ByteString([0x7F]) < ByteString([0xFF]))
    #expect(ByteString("cat") < "cats")
    #expect(ByteString("cat") >= "cat")
  }

  @Test func `a carriage return and a newline stay two bytes`() {
    #expect(("a\r\nb" as ByteString).split(on: 0x0A) == ["a\r", "b"])
  }

  @Test func `n separators give n plus one parts`() {
    #expect(("" as ByteString).split(on: 0x2C) == [""])
    #expect((",," as ByteString).split(on: 0x2C) == ["", "", ""])
    #expect(("a,b," as ByteString).split(on: 0x2C) == ["a", "b", ""])
  }

  @Test(
    arguments: [
      ("catalog", "cat", true), ("cat", "cat", true), ("cat", "", true), ("ca", "cat", false),
      ("", "c", false), ("Cat", "cat", false),
    ] as [(ByteString, ByteString, Bool)])
  func `knows its prefixes`(whole: ByteString, part: ByteString, holds: Bool) {
    #expect(whole.hasPrefix(part) == holds)
  }

  @Test(
    arguments: [
      ("a.jpg", ".jpg", true), (".jpg", ".jpg", true), ("a.jpg", "", true), ("pg", "jpg", false),
      ("a.JPG", ".jpg", false),
    ] as [(ByteString, ByteString, Bool)])
  func `knows its suffixes`(whole: ByteString, part: ByteString, holds: Bool) {
    #expect(whole.hasSuffix(part) == holds)
  }

  @Test func `appends bytes and strings`() {
    var string: ByteString = "a"
    string.append(0xFF)
    string.append("b")
    #expect(string.bytes == [0x61, 0xFF, 0x62])
    #expect(string + "" == string)
    #expect("" + string == string)
    #expect(string.count == 3)
  }

  @Test func `lower-cases ascii alone`() {
    #expect(("AZ@[`az\u{C9}" as ByteString).asciiLowercased == "az@[`az\u{C9}")
    #expect(ByteString([0xC1, 0xDA]).asciiLowercased.bytes == [0xC1, 0xDA])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0xE2, 0x82],
    ] as [[UInt8]])
  func `tells what is no utf-8 and shows it repaired`(bytes: [UInt8]) {
    let string = ByteString(bytes)
    #expect(!string.isUTF8)
    #expect(string.displayed.contains("\u{FFFD}"))
    #expect(string.bytes == bytes)
  }

  @Test(arguments: ["", "plain", "日本.png", "\u{1F600}", "a\u{0}b"])
  func `text goes in and out unchanged`(text: String) {
    #expect(ByteString(text).isUTF8)
    #expect(ByteString(text).displayed == text)
  }

  @Test func `literals hold every scalar`() {
    #expect(("é" as ByteString).bytes == [0xC3, 0xA9])
    #expect(("x" as ByteString).bytes == [0x78])
    #expect(ByteString().isEmpty)
    #expect(!(" " as ByteString).isEmpty)
  }
}
