import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// Counting lines while they are folded and reading each image's line afterwards must say the same.
struct StatsCountingTests {
  private static let names: [ByteString] = ["cat", "dog", "eel"]

  private func record(_ number: Int, _ chance: inout SeededChance) -> ImageRecord {
    var record = Samples.record(
      UInt64(number) << 32, in: Self.names[chance.below(3)],
      format: ImageFormat.allCases[chance.below(2)],
      visibility: chance.below(3) == 0 ? .private : .public)
    record.by = chance.below(3) == 0 ? "bob" : "ann"
    record.facts.bytes = 1 + chance.below(1_000)
    record.facts.width = 1 + chance.below(4)
    record.facts.height = 1 + chance.below(4)
    record.facts.orientation = 1 + chance.below(8)
    record.facts.mode = PixelMode.allCases[chance.below(PixelMode.allCases.count)]
    record.facts.colours = (0..<chance.below(4)).map { _ in
      DominantColour(
        red: UInt8(chance.below(256)), green: UInt8(chance.below(256)), blue: 9, share: 0.25)
    }
    // A line with these is read by the general reader.
    if chance.below(4) == 0 { record.facts.warnings = ["odd"] }
    if chance.below(4) == 0 { record.suggested = [Suggestion(className: "cat", score: 0.5)] }
    return record
  }

  private func change(_ chance: inout SeededChance) -> CatalogRecord {
    let number = chance.below(12)
    let id = Samples.facts(UInt64(number) << 32).id
    let name = Self.names[chance.below(3)]
    let change: CatalogRecord.Change =
      switch chance.below(12) {
      case 0: .labelled(id, className: name, from: nil)
      case 1: .visibility(id, chance.below(2) == 0 ? .private : .public)
      case 2, 3: .removed(id, className: name)
      case 4: .classRenamed(from: name, to: Self.names[chance.below(3)])
      default: .added(record(number, &chance))
      }
    var by: ByteString = "ann"
    if case .added(let record) = change { by = record.by }
    return CatalogRecord(time: Samples.time, by: by, change: change)
  }

  @Test(arguments: 0..<40)
  func `says what the images come to one by one, whatever was done to them`(seed: Int) throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    var chance = SeededChance(seed: UInt64(seed))
    var lines = try dir.read("pets/.imgds.jsonl")
    for _ in 0..<chance.below(80) { lines += change(&chance).line }
    // Written just as an image is, but for a class that can be none.
    var unsound = Samples.record(77 << 32)
    unsound.className = ".hidden"
    lines += CatalogRecord(time: Samples.time, by: "ann", change: .added(unsound)).line
    try dir.write("pets/.imgds.jsonl", lines)
    let told = try stats(StatsOptions(path: dataset.path, contributor: "ann"))
    var collector = StatsCollector(name: told.name)
    for each in told.classes { collector.declare(each.name) }
    var (suggested, right) = (0, 0)
    let summary = try dataset.list(SearchQuery(), for: "ann") { record in
      collector.add(record.facts, in: record.className, record.visibility)
      suggested += record.suggested.isEmpty ? 0 : 1
      right += record.suggested.first?.className == record.className ? 1 : 0
    }
    let counted = collector.finish()
    #expect(told.images == counted.images)
    #expect(told.bytes == counted.bytes)
    #expect(told.privateImages == counted.privateImages)
    #expect(told.leftOut == summary.leftOut)
    #expect(told.classes.map(\.images) == counted.classes.map(\.images))
    #expect(told.classes.map(\.bytes) == counted.classes.map(\.bytes))
    #expect(told.classes.map(\.index) == counted.classes.map(\.index))
    #expect(told.formats == counted.formats)
    #expect(told.modes == counted.modes)
    #expect(told.orientations == counted.orientations)
    #expect([told.width?.min, told.width?.median] == [counted.width?.min, counted.width?.median])
    #expect(told.height?.max == counted.height?.max)
    #expect(told.colours == counted.colours)
    #expect((told.suggested?.images ?? 0) == suggested)
    #expect((told.suggested?.right ?? 0) == right)
    #expect(told.faults.count == 1)
  }
}

/// Numbers that are the same for the same seed (xorshift64*).
private struct SeededChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}
