import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct SearchQueryTests {
  private func fits(_ arguments: ByteString..., record: ImageRecord = Samples.record(0xABCD << 48))
    throws -> Bool
  {
    try SearchQuery(arguments).fits(record)
  }

  private func record(_ colours: [(UInt8, UInt8, UInt8, Double)]) -> ImageRecord {
    var record = Samples.record(1)
    record.facts.colours = colours.map {
      DominantColour(red: $0.0, green: $0.1, blue: $0.2, share: $0.3)
    }
    return record
  }

  @Test func `fits everything without terms`() {
    #expect(SearchQuery().fits(Samples.record(1)))
  }

  @Test func `widens at commas and narrows by arguments`() throws {
    #expect(try fits("class:dog,class:cat"))
    #expect(try fits("class:dog , class:cat"))
    #expect(try !fits("class:dog", "class:cat"))
    #expect(try fits("class:cat", "format:png,format:jpeg"))
  }

  @Test func `takes quoted and escaped commas and spaces as they stand`() throws {
    let record = Samples.record(1, in: "a, \"b\" ")
    #expect(try fits(#""class:a, \"b\" ""#, record: record))
    #expect(try fits(#"class:a\, \"b\"\ "#, record: record))
    #expect(try fits(#"class:"a, "\""b\" ""#, record: record))
    #expect(try !fits(#"class:a\, \"b\" "#, record: record))
  }

  @Test func `looks for words that begin with an exclamation mark if they are quoted`() throws {
    let record = Samples.record(1, in: "!cat")
    for term in [#""!cat""#, #"\!cat"#, "class:!cat", #"class:"!cat""#, "cat!"] as [ByteString] {
      #expect(try fits(term, record: record), "\(term.displayed)")
    }
  }

  @Test(
    arguments: [
      (#"class:a\u{200f}b"#, "a\u{200F}b"), (#"class:"a\u{200F}b""#, "a\u{200F}b"),
      (#"class:\u{1f6cb}"#, "\u{1F6CB}"), (#"class:a\\u{200f}b"#, #"a\u{200f}b"#),
      (#"class:a\u{}"#, "au{}"), (#"class:a\u{d800}"#, "au{d800}"),
      (#"class:a\u{0000061}"#, "au{0000061}"),
      (#"class:a\u{61"#, "au{61"), (#"class:a\u{xy}"#, "au{xy}"),
      (#"class:a\u{110000}"#, "au{110000}"),
    ] as [(ByteString, ByteString)])
  func `takes a scalar by its number`(term: ByteString, name: ByteString) throws {
    #expect(try fits(term, record: Samples.record(1, in: name)))
    #expect(try !fits(term, record: Samples.record(1, in: "cat")))
  }

  @Test func `points behind a scalar by its number`() {
    let fault = #expect(throws: SearchFault.self) {
      try SearchQuery([#"class:\u{200f},klass:c"#])
    }
    #expect(fault?.offset == 15)
  }

  @Test func `compares classes as bytes`() throws {
    #expect(try !fits("class:Cat"))
    #expect(try !fits("class:ca"))
    #expect(try fits("class:e\u{301}", record: Samples.record(1, in: "e\u{301}")))
    #expect(try !fits("class:\u{E9}", record: Samples.record(1, in: "e\u{301}")))
  }

  @Test func `finds ids by prefix and images by format and visibility`() throws {
    #expect(try fits("id:abcd"))
    #expect(try fits("id:abcd000000000000"))
    #expect(try !fits("id:bcd"))
    #expect(try fits("format:png"))
    #expect(try !fits("format:jpeg"))
    #expect(try fits("is:public"))
    #expect(try !fits("is:private"))
  }

  @Test func `means the largest colour, or one of a quarter, unless a share is given`() throws {
    let record = record([(0, 0, 255, 0.7), (255, 0, 0, 0.2), (255, 255, 255, 0.1)])
    #expect(try fits("colour:blue", record: record))
    #expect(try fits("color:BLUE", record: record))
    #expect(try !fits("colour:red", record: record))
    #expect(try fits("colour:red>=0.2", record: record))
    #expect(try !fits("colour:red>=0.21", record: record))
    #expect(try fits("colour:#0000FF", record: record))
    #expect(try fits("colour:#0101fe", record: record))
    #expect(try !fits("colour:#0000aa", record: record))
    #expect(try !fits("colour:blue", record: self.record([])))
  }

  @Test func `finds finer colours by their basic word`() throws {
    let navy = record([(0, 0, 128, 1)])
    #expect(navy.facts.colours[0].name == "navy")
    #expect(try fits("colour:navy", record: navy))
    #expect(try fits("colour:blue", record: navy))
    #expect(try !fits("colour:navy", record: record([(0, 0, 255, 1)])))
  }

  @Test(arguments: ["colour:gray", "color:GREY", "gray", "Grey", "dark gray", "colour:dark gray"])
  func `takes both spellings of grey`(term: ByteString) throws {
    #expect(try fits(term, record: record([(80, 80, 80, 1)])))
  }

  @Test func `takes names of colours in bare words, of large colours only`() throws {
    let record = record([(0, 0, 128, 0.7), (255, 0, 0, 0.2)])
    #expect(try fits("navy", record: record))
    #expect(try fits("Blue", record: record))
    #expect(try !fits("red", record: record))
  }

  @Test func `finds whole words, whatever their case, and never parts of words`() throws {
    var record = Samples.record(1, in: "Black-cat_small")
    record.facts.colours = []
    record.description = "A tired Straße, not far from the café"
    record.labels = ["日本語の猫"]
    record.by = "Ann Lee"
    for word: ByteString in [
      "black", "CAT", "small", "black cat", "cat,dog", "tired", "strasse", "CAFE\u{301}", "猫",
      "ann",
      "lee", "\"not far\"", "\"a: tired\"", "ann lee", "Ann-Lee",
    ] {
      #expect(try fits(word, record: record), "\(word.displayed)")
    }
    for word: ByteString in [
      "red", "e", "ca", "cats", "tire", "cat black", "far not", "lee ann", "本の",
    ] {
      #expect(try !fits(word, record: record), "\(word.displayed)")
    }
  }

  @Test func `finds an id by eight digits or more of a bare word`() throws {
    let record = Samples.record(0xABCD_EF01_2345_6789)
    #expect(try fits("abcdef01", record: record))
    #expect(try fits("ABCDEF012345678", record: record))
    #expect(try fits("abcdef0123456789", record: record))
    #expect(try !fits("abcdef0", record: record))
    #expect(try !fits("bcdef012", record: record))
  }

  @Test func `compares labels and contributors as bytes`() throws {
    var record = Samples.record(1)
    record.labels = ["Big", "soft toy"]
    #expect(try fits("label:Big", record: record))
    #expect(try fits("label:soft toy", record: record))
    #expect(try !fits("label:big", record: record))
    #expect(try !fits("label:soft", record: record))
    #expect(try fits("by:ann", record: record))
    #expect(try !fits("by:Ann", record: record))
  }

  @Test func `looks at the first suggestion alone`() throws {
    var record = Samples.record(1)
    #expect(try !fits("is:suggested", record: record))
    record.suggested = [
      Suggestion(className: "dog", score: 0.7), Suggestion(className: "cat", score: 0.2),
    ]
    #expect(try fits("is:suggested", record: record))
    #expect(try fits("suggested:dog", record: record))
    #expect(try !fits("suggested:cat", record: record))
  }

  @Test(
    arguments: [
      ("source:from/a.png", true), ("source:from", true), ("source:from/", true),
      ("source:a.png", true), ("source:/from/a.png", true), ("source:a", false),
      ("source:rom/a.png", false),
      ("source:png", false), ("mode:rgb8", true), ("mode:gray8", false), ("size:40x30", true),
      ("size:30x40", false), ("width>=40", true), ("width>40", false), ("width<=40", true),
      ("width<40", false), ("width=40", true), ("width:40", true), ("height<31", true),
      ("bytes>=1kB", true), ("bytes>1001", false), ("bytes<1kB,bytes=1001", true),
      ("orientation=1", true), ("added>=2026-03-04", true), ("added>2026-03-04", false),
      ("added<=2026-03-04", true), ("added<2026-03-04", false), ("added=2026-03-04", true),
      ("added=2026-03-03", false), ("added>=2026-03-04T05:06:07Z", true),
      ("added>2026-03-04T05:06:07Z", false), ("added<2026-03-04T06:06:08+01:00", true),
    ] as [(ByteString, Bool)])
  func `compares measures, modes and sources`(term: ByteString, expected: Bool) throws {
    #expect(try fits(term, record: Samples.record(1)) == expected)
  }

  @Test(arguments: [
    ("class:", 5, "value"), ("", 0, "missing"), ("...", 0, "letter"), ("cat,...", 4, "letter"),
    (",", 0, "missing"), ("class:cat,", 10, "missing"), ("class:cat, ,id:1", 11, "missing"),
    ("class:\"cat", 6, "quote"), ("id:xyz", 3, "hex"), ("id:00000000000000000", 3, "hex"),
    ("format:gif", 7, "formats"), ("mode:rgb", 5, "rgba16"), ("is:secret", 3, "public"),
    ("colour:blurple", 7, "did you mean 'purple'"), ("colour:xyzzy", 7, "basic names"),
    ("colour:red>0.2", 10, ">="), ("colour:red<1", 10, ">="),
    ("colour:red=0.3", 10, ">="), ("!blue", 0, "no negation"), ("red, !class:cat", 5, "quote"),
    ("!", 0, "no negation"), ("! blue", 0, "no negation"), ("colour:red>=1.1", 10, "share"),
    ("colour:red>=nan", 10, "share"), ("colour:#12345", 7, "rrggbb"),
    ("klass:cat", 0, "did you mean 'class'"), (#"class:a\,b,klass:c"#, 11, "did you mean 'class'"),
    ("wdth>3", 0, "did you mean 'width'"), ("class>=b", 5, "class:"), ("width>=wide", 7, "whole"),
    ("width=", 6, "whole"), ("added>=yesterday", 7, "date"), ("added:2026-02-30", 6, "date"),
    ("size:40", 5, "640x480"), ("source:/", 7, "folder"), ("quux:zzy", 0, "quote"),
    (#""a\"",bytes>=1XB"#, 13, "whole"),
  ])
  func `says where a term cannot be read`(text: String, offset: Int, word: String) throws {
    let fault = #expect(throws: SearchFault.self) { try SearchQuery([ByteString(text)]) }
    #expect(fault?.offset == offset)
    #expect(fault?.message.contains(word) == true, "\(fault?.message ?? "")")
    #expect(fault?.argument == ByteString(text))
  }
}
