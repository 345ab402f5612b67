import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct CatalogIndexTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  private func index(_ lines: [ByteString]) throws -> CatalogIndex {
    try dir.write("catalog", lines.flatMap { $0.bytes + [0x0A] })
    let file = try CatalogFile(dir.path("catalog"))
    return try CatalogIndex(file)
  }

  private let one = ImageID(number: 1)

  @Test func `folds what later lines say of an image`() throws {
    let index = try index([
      Samples.line(.added(Samples.record(1, in: "cat"))),
      Samples.line(.added(Samples.record(2, in: "cat"))),
      Samples.line(.labelled(one, className: "dog", from: "cat")),
      Samples.line(.visibility(one, .private)),
    ])
    let entry = try #require(index.entries[one])
    #expect(index.className(of: entry) == "dog")
    #expect(index.owner(of: entry) == "ann")
    #expect(entry.visibility == .private)
    let other = try #require(index.entries[ImageID(number: 2)])
    #expect(index.className(of: other) == "cat")
    #expect(other.visibility == .public)
    #expect(index.faults.isEmpty)
  }

  @Test func `forgets an image that was removed`() throws {
    let index = try index([
      Samples.line(.added(Samples.record(1))), Samples.line(.removed(one, className: "cat")),
      Samples.line(.labelled(one, className: "dog", from: "cat")),
      Samples.line(.visibility(one, .private)),
    ])
    #expect(index.entries.count == 0)
    #expect(index.entries.lastKnown(one)?.id == one)
  }

  @Test func `holds an image that was added again as the last line says`() throws {
    let first = Samples.line(.added(Samples.record(1, in: "cat", visibility: .private)))
    let removed = Samples.line(.removed(one, className: "cat"))
    let index = try index([first, removed, Samples.line(.added(Samples.record(1, in: "dog")))])
    let entry = try #require(index.entries[one])
    #expect(index.className(of: entry) == "dog")
    #expect(entry.visibility == .public)
    #expect(entry.offset == first.count + removed.count + 2)
  }

  @Test func `keeps what was said of images until they are removed`() throws {
    var merged = Samples.record(2)
    merged.labels = ["old"]
    let said = [
      Samples.line(.added(Samples.record(1, in: "cat"))), Samples.line(.added(merged)),
      Samples.line(.labelled(one, className: "cat", from: nil, labels: ["big", "ginger"])),
      Samples.line(.described(one, "on a sofa")),
      Samples.line(.described(ImageID(number: 3), "of an image that is not there")),
    ]
    let index = try index(said)
    #expect(index.remarks[one]?.labels == ["big", "ginger"])
    #expect(index.remarks[one]?.description == "on a sofa")
    #expect(index.remarks[ImageID(number: 2)]?.labels == ["old"])
    #expect(index.remarks.count == 2)
    let later = try self.index(
      said + [
        Samples.line(.described(one, "")),
        Samples.line(.removed(merged.facts.id, className: "cat")),
        Samples.line(.added(Samples.record(2))),
      ])
    #expect(later.remarks.count == 1)
    #expect(later.remarks[one]?.description == nil)
  }

  @Test func `gives the images of a renamed class its new name, and its facts`() throws {
    var facts = ClassFacts()
    facts["legs"] = "4"
    let index = try index([
      Samples.line(.classAdded("cat")), Samples.line(.classAdded("dog")),
      Samples.line(.added(Samples.record(1, in: "cat"))),
      Samples.line(.classDescribed("cat", facts)),
      Samples.line(.classRenamed(from: "cat", to: "tiger")),
      Samples.line(.added(Samples.record(2, in: "cat"))), Samples.line(.classRemoved("dog")),
    ])
    #expect(index.declared == ["tiger"])
    #expect(index.former == ["cat", "dog"])
    #expect(index.classFacts == ["tiger": facts])
    #expect(index.entries.values.map { index.className(of: $0) } == ["tiger", "cat"])
  }

  @Test func `keeps an image whose copy in another class was removed`() throws {
    let index = try index([
      Samples.line(.added(Samples.record(1, in: "cat"))),
      Samples.line(.removed(one, className: "dog")),
    ])
    #expect(index.entries[one] != nil)
  }

  @Test func `sums up the fields of the card`() throws {
    var first = DatasetCard()
    first.description = "old"
    first.author = "Ann"
    var second = DatasetCard()
    second.description = "new"
    let index = try index([Samples.line(.dataset(first)), Samples.line(.dataset(second))])
    #expect(index.card.description == "new")
    #expect(index.card.author == "Ann")
    #expect(index.card.license == nil)
  }

  @Test func `names the lines that are no records and goes on`() throws {
    let index = try index([
      Samples.line(.classAdded("cat")), "garbage", "\u{0}\u{0}", #"{"type":"future","id":1}"#,
      #"{"type":"class","class":"../up"}"#, #"{"type":"added","id":"0000000000000009"}"#,
      Samples.line(.added(Samples.record(1))),
    ])
    #expect(index.faults.map(\.line) == [2, 3, 5, 6])
    #expect(index.entries.values.map(\.id) == [one])
    #expect(index.declared == ["cat"])
    #expect(!index.names.contains("../up"))
  }

  @Test func `passes over a line that is too long, and says so`() throws {
    let long = ByteString(
      Array(#"{"type":"class","class":""#.utf8)
        + [UInt8](repeating: 65, count: CatalogFile.longestLine) + Array(#""}"#.utf8))
    let index = try index([long, Samples.line(.added(Samples.record(1)))])
    #expect(index.faults.map(\.line) == [1])
    #expect(index.entries.count == 1)
  }

  @Test func `reads only what was appended since, a torn line once it is whole`() throws {
    let line = Samples.line(.added(Samples.record(2))).bytes
    try dir.write(
      "catalog", Samples.line(.added(Samples.record(1))).bytes + [0x0A] + line.prefix(9))
    let path = dir.path("catalog")
    var index = try CatalogIndex(CatalogFile(path))
    #expect(index.entries.count == 1)
    #expect(index.extent.isTorn)
    try dir.append("catalog", line.dropFirst(9) + [0x0A] + Array("garbage\n".utf8))
    try index.update(from: CatalogFile(path))
    #expect(index.entries.count == 2)
    #expect(index.faults.map(\.line) == [3])
    #expect(index.extent.lines == 3)
    try index.update(from: CatalogFile(path))
    #expect(index.faults.map(\.line) == [3])
    #expect(index.extent.lines == 3)
  }

  @Test func `gives every image with what later lines changed, in the catalog's order`() throws {
    let index = try index([
      Samples.line(.added(Samples.record(1, in: "cat"))),
      Samples.line(.added(Samples.record(2, in: "cat"))),
      Samples.line(.labelled(one, className: "dog", from: "cat")),
      Samples.line(.removed(ImageID(number: 2), className: "cat")),
      Samples.line(.added(Samples.record(3, in: "cat"))),
      Samples.line(.added(Samples.record(2, in: "eel"))),
    ])
    let file = try CatalogFile(dir.path("catalog"))
    var files: [String] = []
    try file.forEachRecord(in: index) {
      files.append("\($0.className.displayed) \($0.facts.id.number)")
    } fault: { _ in
      Issue.record("there is no fault")
    }
    #expect(files == ["dog 1", "cat 3", "eel 2"])
  }

  @Test func `tells of an image whose facts make no sense`() throws {
    let line = Samples.line(.added(Samples.record(1))).displayed.replacing("rgb8", with: "rgb9")
    let index = try index([Samples.line(.classAdded("cat")), ByteString(line)])
    #expect(index.faults.map(\.line) == [2])
    #expect(index.entries.isEmpty)
  }

  @Test(arguments: ["mode", "by", "labels"])
  func `believes nothing of a line with one wrong member`(member: String) throws {
    let first = Samples.record(1, in: "cat")
    var second = Samples.record(1, in: "dog", visibility: .private)
    second.labels = ["new"]
    let line = Samples.line(.added(second)).displayed.replacing(
      "\"\(member)\":", with: "\"\(member)\":7,\"x\":")
    let index = try index([Samples.line(.added(first)), ByteString(line)])
    let entry = try #require(index.entries[one])
    #expect(index.className(of: entry) == "cat" && entry.visibility == .public)
    #expect(entry.offset == 0 && index.remarks.isEmpty)
    #expect(index.faults.map(\.line) == [2])
    let file = try CatalogFile(dir.path("catalog"))
    let single = try CatalogIndex(file, of: one)
    #expect(single.entries[one]?.offset == 0)
  }
}
