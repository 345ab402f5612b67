import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ClassNameTests {
  @Test(arguments: [
    "cat", "größe 猫", "-rf", " a", "a ", "con", "a\\b", "test", "a.", "a..b",
    "🐈‍⬛", "e\u{301}", "%2e", "~", "$(rm)",
  ])
  func `holds whatever a folder that is not hidden can`(name: String) {
    #expect(ClassName.fault(in: ByteString(name)) == nil)
  }

  @Test(arguments: [
    ("", "is empty"), (".", "dot"), ("..", "dot"), (".git", "dot"), ("a/b", "slash"),
    ("/", "slash"),
    ("a\u{0}b", "control"), ("a\nb", "control"), ("a\u{7F}", "control"), ("a\u{85}", "control"),
    ("\u{1B}[31m", "control"),
  ])
  func `says what is wrong with a name`(name: String, word: String) throws {
    let fault = try #require(ClassName.fault(in: ByteString(name)))
    #expect(fault.contains(word))
  }

  @Test(arguments: [[0xFF, 0xFE], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]])
  func `refuses what is not UTF-8`(bytes: [UInt8]) {
    #expect(ClassName.fault(in: ByteString(bytes)) == "is not UTF-8")
  }

  @Test func `measures a name in bytes`() {
    #expect(ClassName.fault(in: ByteString(String(repeating: "é", count: 127) + "e")) == nil)
    #expect(ClassName.fault(in: ByteString(String(repeating: "é", count: 128))) != nil)
    #expect(ClassName.fault(in: ByteString(String(repeating: "e", count: 255))) == nil)
    #expect(ClassName.fault(in: ByteString(String(repeating: "e", count: 256))) != nil)
  }

  @Test(arguments: [
    ("CON", "Windows"), ("nul.txt", "Windows"), ("com1", "Windows"), ("LPT9", "Windows"),
    ("a:b", "Windows"), ("a?", "Windows"), ("a\\b", "Windows"), ("a.", "Windows"),
    ("a ", "Windows"),
    (" a", "begins with a space"), ("-a", "option"), ("test", "split"), ("cat_train", "split"),
    ("val2", "split"),
  ])
  func `warns of a name that will make trouble elsewhere`(name: String, word: String) {
    let warnings = ClassName.warnings(about: ByteString(name))
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains(word) == true)
  }

  @Test(arguments: ["cat", "com", "com0", "com10", "console", "a b", "contest", "trainer", "größe"])
  func `has nothing to say of a portable name`(name: String) {
    #expect(ClassName.warnings(about: ByteString(name)) == [])
  }

  @Test func `folds case and composition, and nothing else`() {
    #expect(ClassName.folded("Cat") == ClassName.folded("cAT"))
    #expect(ClassName.folded("caf\u{E9}") == ClassName.folded("CAFE\u{301}"))
    #expect(ClassName.folded("cat") != ClassName.folded("cat "))
    #expect(ClassName.folded("cafe") != ClassName.folded("caf\u{E9}"))
  }
}
