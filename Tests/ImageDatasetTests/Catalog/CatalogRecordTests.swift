import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct CatalogRecordTests {
  private func parsed(_ line: ByteString) throws -> CatalogRecord? {
    let bytes = line.bytes
    return try CatalogRecord(line: bytes.span)
  }

  static let changes: [CatalogRecord.Change] = {
    var card = DatasetCard()
    card.description = "two\nlines and \"quotes\""
    card.license = "cc0-1.0"
    card.author = "Ann"
    card.url = "https://example.com/?a=b&c"
    var full = Samples.record(0xFFFF_0000_1234_5678, in: "größe 猫", format: .jpeg)
    full.facts.orientation = 6
    full.facts.icc = "Display P3"
    full.facts.hasGPS = true
    full.facts.warnings = ["7 bytes after the end", "odd"]
    full.facts.colours = []
    full.visibility = .private
    var remarked = Samples.record(2)
    remarked.labels = ["a\"b", "small"]
    remarked.description = "a cat,\non a \u{1F6CB}"
    var facts = ClassFacts()
    facts["a \"key\"\n"] = "a \\ value"
    facts["colour"] = "grey"
    facts.reference = ImageID(number: 7)
    return [
      .dataset(DatasetCard()), .dataset(card), .classAdded("größe 猫"), .added(Samples.record(1)),
      .added(full), .labelled(ImageID(number: 9), className: "dog", from: "cat"),
      .visibility(ImageID(number: 0), .private),
      .removed(ImageID(number: .max), className: "a\"b\\c"), .added(remarked),
      .removed(ImageID(number: 8), className: "cat", format: .jpeg),
      .labelled(ImageID(number: 9), className: "dog", from: nil, labels: ["a", "b"]),
      .labelled(ImageID(number: 9), className: "dog", from: "cat", labels: []),
      .described(ImageID(number: 3), "a\ttext"), .described(ImageID(number: 3), ""),
      .classRemoved("cat"), .classRenamed(from: "cat", to: "größe 猫"),
      .classDescribed("cat", facts), .classDescribed("cat", ClassFacts()), .purged,
      .merged(name: "more", images: 12),
    ]
  }()

  @Test(arguments: changes.indices)
  func `reads back every record that it writes`(index: Int) throws {
    let line = Samples.line(Self.changes[index])
    let record = try #require(try parsed(line))
    #expect(ByteString(record.line.dropLast()) == line)
    #expect(record.time == Samples.time)
    #expect(record.by == "ann")
  }

  @Test(
    arguments: [
      (#""type":"#, #""\u0074ype":"#), (#""id":"#, #""i\u0064":"#),
      (#""class":"#, #""\u0063lass":"#),
      (#""width":40"#, #""width":4e1"#), (#""width":40"#, #""width":40.0"#),
      (#""bytes":1001"#, #""\u0062ytes":1.001E3"#), (#""hex":"#, #""h\u0065x":"#),
    ] as [(String, String)])
  func `reads the lines of others, escaped keys and all`(own: String, other: String) throws {
    let line = Samples.line(.added(Samples.record(1))).displayed
    #expect(line.contains(own))
    let record = try #require(try parsed(ByteString(line.replacing(own, with: other))))
    #expect(ByteString(record.line.dropLast()).displayed == line)
  }

  @Test func `is one line that ends in a newline whatever the texts hold`() {
    for change in Self.changes {
      let line = CatalogRecord(time: Samples.time, by: "ann", change: change).line
      #expect(line.last == 0x0A)
      #expect(!line.dropLast().contains(0x0A))
    }
  }

  @Test func `begins with type, id and class, then time and contributor`() {
    #expect(
      Samples.line(.added(Samples.record(0xAB))).hasPrefix(
        #"{"type":"added","id":"00000000000000ab","class":"cat","time":"2026-03-04T05:06:07Z","#
          + #""by":"ann","sha256":"00000000000000ab07"#))
    #expect(
      Samples.line(.dataset(DatasetCard()))
        == #"{"type":"dataset","version":1,"time":"2026-03-04T05:06:07Z","by":"ann"}"#)
  }

  @Test func `keeps a source that is no text exactly`() throws {
    var record = Samples.record(1)
    record.source = ByteString([0x61, 0xFF, 0x0A])
    let line = Samples.line(.added(record))
    #expect(line.isUTF8)
    guard case .added(let read)? = try parsed(line)?.change else {
      Issue.record("not an added record")
      return
    }
    #expect(read.source == record.source)
  }

  @Test(
    arguments: [
      #"{"type":"future","id":"0000000000000001","text":"x"}"#, #"{"type":"","x":1}"#,
      #"{"type":"class","class":"cat","action":"split"}"#,
    ] as [ByteString])
  func `knows nothing of types of later versions`(line: ByteString) throws {
    #expect(try parsed(line) == nil)
  }

  @Test func `passes over keys that it does not know`() throws {
    let line: ByteString =
      #" { "new":{"type":"x","id":[1,{"class":2}]}, "type" : "class" , "class":"cat","z":null } "#
    guard case .classAdded("cat")? = try parsed(line)?.change else {
      Issue.record("not a class record")
      return
    }
  }

  @Test(
    arguments: [
      "", " ", "null", "[]", "7", "\"added\"", "{", "}", #"{"type":"class""#, "{type:class}",
      #"{"type":"class"} x"#, "\u{0}\u{0}\u{0}\u{0}", "garbage", #"{"type":"class",}"#,
    ] as [ByteString])
  func `takes no garbage for a record`(line: ByteString) throws {
    #expect(throws: CatalogLine.Fault.notJSON) { try parsed(line) }
  }

  @Test(arguments: [#"{}"#, #"{"type":7}"#, #"{"class":"cat"}"#] as [ByteString])
  func `wants a type`(line: ByteString) {
    #expect(throws: CatalogLine.Fault.noType) { try parsed(line) }
  }

  @Test(arguments: ["", ".", "..", "../escape", "a/b", ".hidden", #"a\u0000b"#, #"a\nb"#])
  func `takes no class name that could lead elsewhere`(name: String) {
    let line = ByteString(#"{"type":"class","class":"\#(name)"}"#)
    #expect(throws: CatalogLine.Fault.member("class")) { try parsed(line) }
  }

  @Test(arguments: [
    (#""sha256":"0000"#, #""sha256":"zz00"#, "sha256"), (#""bytes":1001"#, #""bytes":-1"#, "bytes"),
    (#""bytes":1001"#, #""bytes":1e99"#, "bytes"), (#""width":40"#, #""width":0"#, "width"),
    (#""height":30"#, #""height":99999999999999999999"#, "height"),
    (#""orientation":1"#, #""orientation":9"#, "orientation"),
    (#""mode":"rgb8""#, #""mode":"rgb9""#, "mode"),
    (#""format":"png""#, #""format":"gif""#, "format"),
    (#""phash":"0"#, #""phash":"g"#, "phash"), (#""id":"0"#, #""id":"1"#, "id"),
    (#""id":"0"#, #""id":"00"#, "id"),
    (#""visibility":"public""#, #""visibility":"x""#, "visibility"),
    (#""height":30"#, #""height":null"#, "height"), (#""width":40"#, #""width":"40""#, "width"),
    (#""width":40"#, #""width":1.5"#, "width"), (#""time":"2026"#, #""time":"20x6"#, "time"),
    (#""time""#, #""thyme""#, "time"), (#""by":"ann""#, #""by":7"#, "by"),
    (#""by":"#, #""bye":"#, "by"), (#""source":"from/a.png""#, #""source":[]"#, "source"),
    (#""visibility":"#, #""sight":"#, "visibility"),
    (#""source":"#, #""source_base64":"?","source":"#, "source_base64"),
    (#""colours":["#, #""colours":[7,"#, "colours"), (##""#ff0000""##, #""ff00000""#, "colours"),
    (#""share":0.75"#, #""share":75"#, "colours"),
    (#""phash":""#, #""crc32":"1","phash":""#, "crc32"),
    (#""phash":""#, #""icc":7,"phash":""#, "icc"),
    (#""phash":""#, #""gps":"yes","phash":""#, "gps"),
    (#""phash":""#, #""warnings":["a",7],"phash":""#, "warnings"),
    (#""phash":""#, #""labels":"a","phash":""#, "labels"),
    (#""phash":""#, #""description":null,"phash":""#, "description"),
    (#""phash":""#, #""suggested":[{"class":"cat"}],"phash":""#, "suggested"),
  ])
  func `names the member of an image that makes no sense`(
    right: String, wrong: String, member: String
  ) throws {
    let line = Samples.line(.added(Samples.record(1))).displayed
    let broken = ByteString(line.replacing(right, with: wrong, maxReplacements: 1))
    #expect(broken != ByteString(line))
    let fault = #expect(throws: CatalogLine.Fault.self) { try parsed(broken) }
    #expect(fault?.message == "has no sound '\(member)'")
  }

  @Test func `an image may have no source and no colours`() throws {
    let line = Samples.line(.added(Samples.record(1))).displayed
      .replacing(#""source":"#, with: #""sauce":"#)
      .replacing(#""colours":"#, with: #""colors":"#)
    guard case .added(let record)? = try parsed(ByteString(line))?.change else {
      Issue.record("no added record")
      return
    }
    #expect(record.source == "")
    #expect(record.facts.colours.isEmpty)
    #expect(record.facts.id == Samples.record(1).facts.id)
  }

  @Test(arguments: [
    (#""labels":["a"]"#, #""labels":["a",1]"#, "labels"), (#""from":"cat""#, #""from":1"#, "from"),
    (#""time":"2026"#, #""time":"then"#, "time"), (#""by":"ann""#, #""by":null"#, "by"),
  ])
  func `names the member of a change that makes no sense`(
    right: String, wrong: String, member: String
  ) throws {
    let change = CatalogRecord.Change.labelled(
      ImageID(number: 9), className: "dog", from: "cat", labels: ["a"])
    let line = Samples.line(change).displayed
    let broken = ByteString(line.replacing(right, with: wrong, maxReplacements: 1))
    #expect(broken != ByteString(line))
    let fault = #expect(throws: CatalogLine.Fault.self) { try parsed(broken) }
    #expect(fault?.message == "has no sound '\(member)'")
  }
}
