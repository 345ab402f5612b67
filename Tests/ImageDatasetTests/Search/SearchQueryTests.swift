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

  @Test(arguments: [
    ("cat", 0, "key"), ("class:cat,dog", 10, "key"), ("class:", 5, "value"), ("", 0, "missing"),
    (",", 0, "missing"), ("class:cat,", 10, "missing"), ("class:cat, ,id:1", 11, "missing"),
    ("class:\"cat", 6, "quote"), ("id:xyz", 3, "hex"), ("id:00000000000000000", 3, "hex"),
    ("format:gif", 7, "formats"), ("is:secret", 3, "public"), ("colour:blurple", 7, "name"),
    ("colour:red>0.2", 7, "name"), ("colour:red>=1.1", 7, "name"), ("colour:red>=nan", 7, "name"),
    ("colour:#12345", 7, "name"), ("klass:cat", 0, "did you mean 'class:'"),
  ])
  func `says where a term cannot be read`(text: String, offset: Int, word: String) throws {
    let fault = #expect(throws: SearchFault.self) { try SearchQuery([ByteString(text)]) }
    #expect(fault?.offset == offset)
    #expect(fault?.message.contains(word) == true)
    #expect(fault?.argument == ByteString(text))
  }
}
