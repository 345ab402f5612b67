import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// Counting lines while they are folded and reading each image's line afterwards must say the same.
struct StatsCountingTests {
  @Test(arguments: 0..<40)
  func `says what the images come to one by one, whatever was done to them`(seed: Int) throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    var history = RandomHistory(seed: seed)
    var lines = try dir.read("pets/.imgds.jsonl") + history.lines(80)
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
    #expect(told.width?.min == counted.width?.min && told.width?.median == counted.width?.median)
    #expect(told.height?.max == counted.height?.max)
    #expect(told.colours == counted.colours)
    #expect((told.suggested?.images ?? 0) == suggested)
    #expect((told.suggested?.right ?? 0) == right)
    #expect(told.faults.count == 1)
  }
}
