import ByteText
import TestKit
import Testing

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> ByteString {
    var writer = JSONWriter()
    body(&writer)
    return ByteString(writer.bytes)
  }

  @Test func `members stand in the order they are given`() {
    let text = written {
      $0.object {
        $0.member("type", "image" as ByteString)
        $0.member("bytes", 12)
        $0.member("share", 0.5, digits: 3)
        $0.member("private", false)
      }
    }
    #expect(text == #"{"type":"image","bytes":12,"share":0.5,"private":false}"#)
  }

  @Test func `objects and arrays nest with commas between and none at the ends`() {
    let text = written {
      $0.object {
        $0.member("empty") { $0.object { _ in } }
        $0.member("none") { $0.array { _ in } }
        $0.member("list") {
          $0.array {
            $0.value(1)
            $0.object { $0.member("a", true) }
            $0.array { $0.value("x" as ByteString) }
            $0.null()
          }
        }
        $0.member("last") { $0.raw("[1,2]".utf8) }
      }
    }
    #expect(text == #"{"empty":{},"none":[],"list":[1,{"a":true},["x"],null],"last":[1,2]}"#)
  }

  @Test func `values stand on lines of their own without commas`() {
    let text = written {
      $0.object { $0.member("a", 1) }
      $0.endLine()
      $0.object { $0.member("a", -2) }
      $0.endLine()
    }
    #expect(text == "{\"a\":1}\n{\"a\":-2}\n")
  }

  @Test func `every byte below 128 survives a reader`() throws {
    let all = ByteString(UInt8.min...0x7F)
    let text = written { $0.value(all) }
    #expect(try JSON(parsing: text) == .string(all))
    #expect(text.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
  }

  @Test(arguments: ["", "é", "日本", "\u{1F600}", "\u{2028}", "\"\\/", "\t\r\n"] as [ByteString])
  func `text survives a reader`(text: ByteString) throws {
    #expect(try JSON(parsing: written { $0.value(text) }) == .string(text))
  }

  @Test(
    arguments: [
      ("\u{80}", #""\u0080""#), ("a\u{9b}31m", #""a\u009b31m""#), ("\u{a0}", "\"\u{a0}\""),
      ("\u{61c}", #""\u061c""#), ("\u{200e}\u{200f}", #""\u200e\u200f""#),
      ("gpj.\u{202e}txt", #""gpj.\u202etxt""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\u{2066}\u{2069}", #""\u2066\u2069""#), ("\u{feff}", #""\ufeff""#),
      ("é ب ’ ﬀ \u{200d}", "\"é ب ’ ﬀ \u{200d}\""),
    ] as [(ByteString, ByteString)])
  func `nothing in a value steers a terminal`(text: ByteString, quoted: ByteString) throws {
    #expect(written { $0.value(text) } == quoted)
    #expect(try JSON(parsing: quoted) == .string(text))
  }

  @Test func `a key that is no utf-8 is still json`() throws {
    let text = written {
      $0.object { $0.member(named: ByteString([0xC2, 0xE2, 0x80])) { $0.null() } }
    }
    #expect(try JSON(parsing: text).keys == ["\u{FFFD}\u{FFFD}"])
  }

  @Test func `a key that is data is quoted too`() throws {
    let text = written { $0.object { $0.member(named: "a\"b\n") { $0.value(1) } } }
    #expect(try JSON(parsing: text).keys == ["a\"b\n"])
  }

  @Test func `bytes that are no utf-8 come exactly under a second key`() throws {
    let name = ByteString([0x61, 0xFF, 0xFE])
    let json = try JSON(parsing: written { $0.object { $0.member("source", bytes: name) } })
    #expect(json.keys == ["source", "source_base64"])
    #expect(json["source"] == "a\u{FFFD}\u{FFFD}")
    #expect(json["source_base64"]?.text == Base64.encode(name))
  }

  @Test func `utf-8 has no second key`() {
    #expect(written { $0.object { $0.member("source", bytes: "é") } } == "{\"source\":\"é\"}")
  }

  @Test func `numbers keep every digit of a whole one and null is no number's text`() {
    #expect(written { $0.value(Int.min) } == "-9223372036854775808")
    #expect(written { $0.value(UInt64.max) } == "18446744073709551615")
    #expect(written { $0.value(.nan, digits: 2) } == "null")
    #expect(written { $0.value(1e300, digits: 2) } == "1e+300")
  }
}
