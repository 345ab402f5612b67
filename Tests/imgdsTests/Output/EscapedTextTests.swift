import ByteText
import Testing

@testable import imgds

@Suite struct EscapedTextTests {
  @Test(arguments: [
    ("plain.png", "plain.png"), ("日本 é.png", "日本 é.png"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
    ("\u{1b}[2J\u{7}", "\\x1b[2J\\x07"), ("\u{7f}\u{9b}31m", "\\x7f\\u{9b}31m"),
    ("gpj.\u{202e}txt\u{2066}", "gpj.\\u{202e}txt\\u{2066}"), ("a\r\nb", "a\\r\\nb"),
    ("back\\slash", "back\\slash"), ("👩\u{200d}👧", "👩\u{200d}👧"),
  ])
  func `nothing steers the terminal`(_ name: String, _ shown: String) {
    #expect(EscapedText.of(name) == shown)
    #expect(EscapedText.of(EscapedText.of(name)) == shown)
    #expect(EscapedText.quoted(ByteString(name)) == "'\(shown)'")
  }

  @Test func `bytes that are no text are replaced`() {
    #expect(EscapedText.of(ByteString([0x61, 0xFF, 0x62])) == "a\u{FFFD}b")
    #expect(EscapedText.of(ByteString([0x61, 0x9B, 0x62])) == "a\u{FFFD}b")
  }
}
