import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct QuickFactsTests {
  /// Records as they vary in real catalogs.
  private static let records: [ImageRecord] = {
    var plain = Samples.record(0xABCD_EF01_2345_6789)
    var rich = Samples.record(1, in: "it's a, class", format: .jpeg, visibility: .private)
    rich.facts.colours = ColourNames.all.prefix(5).map {
      DominantColour(red: 1, green: 254, blue: 77, share: 0.1234, name: $0)
    }
    rich.facts.icc = "sRGB IEC61966-2.1"
    rich.facts.hasGPS = true
    rich.facts.crc32 = 0x0102_0304
    rich.facts.mode = .graya16
    rich.facts.orientation = 8
    rich.added = Timestamp(year: 2024, month: 12, day: 31, hour: 23, minute: 59, second: 59)
    var bare = Samples.record(.max)
    bare.facts.colours = []
    bare.source = ""
    return [plain, rich, bare]
  }()

  private func line(_ record: ImageRecord) -> [UInt8] {
    CatalogRecord(time: record.added, by: record.by, change: .added(record)).line.dropLast()
  }

  /// A line's record in JSON, read by the general way alone; nil for a line that is none.
  private func slowly(_ line: [UInt8]) -> [UInt8]? {
    let span = line.span
    let members = CatalogLine.members(span)
    guard let facts = try? ImageFacts(members: members, of: span),
      let className = members["class"]?.text(in: span), let by = members["by"]?.text(in: span),
      let source = try? CatalogLine.source(members, in: span)
    else { return nil }
    return json(
      ImageRecord(
        facts: facts, className: className, source: source, by: by,
        visibility: members["visibility"]?.text(in: span) == "private" ? .private : .public,
        added: Timestamp(seconds: 0)))
  }

  private func quickly(_ line: [UInt8]) -> [UInt8]? {
    let span = line.span
    guard let quick = QuickFacts(span) else { return nil }
    return json(
      ImageRecord(
        facts: ImageFacts(quick, of: span), className: ByteString(span.array(quick.head.className)),
        source: ByteString(span.array(quick.source)), by: ByteString(span.array(quick.head.by)),
        visibility: quick.head.isPrivate ? .private : .public, added: Timestamp(seconds: 0)))
  }

  private func json(_ record: ImageRecord) -> [UInt8] {
    var json = JSONWriter()
    json.object { record.write(to: &$0) }
    return json.bytes
  }

  @Test(arguments: records.indices)
  func `reads what is written as the general way does`(place: Int) throws {
    let record = Self.records[place]
    let line = line(record)
    #expect(quickly(line) == slowly(line))
    #expect(quickly(line) != nil)
    let time = line.span.walk { $0.timestamp(18 + 64..<18 + 84) }
    #expect(time == nil || time == record.added)
  }

  @Test(arguments: records.indices)
  func `says nothing else of a line that was changed at any byte`(place: Int) {
    let line = line(Self.records[place])
    var noise = Noise(seed: place)
    var understood = 0
    for index in line.indices {
      for byte in [noise.byte(), 0x22, 0x5C, 0x30, 0x2E, 0x2C] as [UInt8] {
        var changed = line
        changed[index] = byte
        guard let quick = quickly(changed) else { continue }
        understood += 1
        // A digit 0 before others is no JSON number, and both ways read it.
        #expect(quick == slowly(changed), "byte \(index) as \(byte)")
      }
    }
    #expect(understood > 100)
  }

  @Test(arguments: records.indices)
  func `takes no line for sound that the general way does not`(place: Int) {
    let line = line(Self.records[place])
    var noise = Noise(seed: place)
    for index in line.indices {
      for byte in [noise.byte(), 0x2D, 0x30, 0x39, 0x66, 0x67] as [UInt8] {
        var changed = line
        changed[index] = byte
        guard let quick = QuickFacts(changed.span) else { continue }
        let className = ByteString(changed.span.array(quick.head.className))
        // Class names are looked at when the index is folded.
        guard ClassName.fault(in: className) == nil else { continue }
        #expect(throws: Never.self, "byte \(index) as \(byte)") {
          try ImageRecord(added: changed.span)
        }
      }
    }
  }

  @Test(arguments: records.indices)
  func `says nothing of a line that was cut`(place: Int) {
    let line = line(Self.records[place])
    for count in line.indices {
      #expect(quickly(Array(line[..<count])) == nil)
      #expect(CatalogLine.quickHead(line.span.extracting(..<count)) == nil)
    }
  }

  @Test func `leaves what it does not know to the general way`() {
    var record = Samples.record(1)
    record.facts.warnings = ["odd"]
    #expect(quickly(line(record)) == nil)
    record = Samples.record(1)
    record.source = ByteString([0x61, 0xFF])
    #expect(quickly(line(record)) == nil)
    record = Samples.record(1)
    record.labels = ["a"]
    #expect(quickly(line(record)) == nil)
    record = Samples.record(1)
    record.facts.colours[0].name = "octarine"
    #expect(quickly(line(record)) == nil)
  }

  @Test(
    arguments: [
      ("0", 0), ("1", 10_000), ("0.5", 5_000), ("0.1234", 1_234), ("0.0001", 1), ("1.0", 10_000),
      ("1.1", nil), ("2", nil), ("0.12345", nil), ("0.", nil), ("", nil), ("-1", nil),
    ] as [(String, Int?)])
  func `reads shares in ten-thousandths`(text: String, share: Int?) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.walk { $0.share() } == share)
  }
}
