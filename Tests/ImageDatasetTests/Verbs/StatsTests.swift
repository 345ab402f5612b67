import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct StatsTests {
  private func report(widths: [Int]) -> StatsReport {
    var collector = StatsCollector(name: "x")
    for width in widths {
      var facts = Samples.facts(1)
      facts.width = width
      collector.add(facts, in: "cat", .public)
    }
    return collector.finish()
  }

  @Test(arguments: [
    ([5], 5, 5, 5), ([9, 1], 1, 5, 9), ([3, 1, 2], 1, 2, 3), ([4, 1, 3, 2], 1, 2.5, 4),
    ([7, 7, 7, 1, 9], 1, 7, 9), ([60, 64], 60, 62, 64), ([1, 2, 2, 9], 1, 2, 9),
    ([1, 1, 2, 9], 1, 1.5, 9),
  ])
  func `gives the least, the median and the greatest`(
    widths: [Int], min: Int, median: Double, max: Int
  ) {
    let width = report(widths: widths).width
    #expect(width?.min == min)
    #expect(width?.median == median)
    #expect(width?.max == max)
  }

  @Test func `has no sizes and no balance without images`() {
    let report = report(widths: [])
    #expect(report.width == nil)
    #expect(report.height == nil)
    #expect(report.balance == nil)
    #expect(report.colours == [])
  }

  @Test func `gives an index to classes that hold images, in the order of bytes`() {
    var collector = StatsCollector(name: "x")
    for name in ["é", "a", "Z", "b"] as [ByteString] { collector.declare(name) }
    for name in ["é", "b", "Z", "b", "b"] as [ByteString] {
      collector.add(Samples.facts(1), in: name, .public)
    }
    let report = collector.finish()
    #expect(report.classes.map(\.name) == ["Z", "a", "b", "é"])
    #expect(report.classes.map(\.index) == [0, nil, 1, 2])
    #expect(report.classes.map(\.images) == [1, 0, 3, 1])
    #expect(report.balance == 3)
  }

  @Test func `weighs every picture's colours the same`() {
    var collector = StatsCollector(name: "x")
    var facts = Samples.facts(1)
    facts.colours = [DominantColour(red: 255, green: 0, blue: 0, share: 1)]
    collector.add(facts, in: "a", .public)
    facts.colours = [
      DominantColour(red: 0, green: 0, blue: 255, share: 0.75),
      DominantColour(red: 255, green: 0, blue: 0, share: 0.25),
    ]
    collector.add(facts, in: "a", .public)
    facts.colours = []
    collector.add(facts, in: "a", .public)
    let colours = collector.finish().colours
    #expect(colours.map(\.hex) == ["#ff0000", "#0000ff"])
    #expect(colours.map(\.share) == [0.625, 0.375])
  }

  @Test func `counts an owner's private images and leaves out another's`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    try dataset.adding(Pictures.png(1), to: "cat")
    try dataset.adding(Pictures.png(2), to: "dog", private: true)
    let own = try stats(StatsOptions(path: dataset.path, contributor: "ann"))
    #expect(own.images == 2)
    #expect(own.privateImages == 1)
    #expect(own.leftOut == 0)
    let other = try stats(StatsOptions(path: dataset.path, contributor: "bob"))
    #expect(other.images == 1)
    #expect(other.privateImages == 0)
    #expect(other.leftOut == 1)
    #expect(other.classes.map(\.index) == [0, nil])
  }

  @Test func `says the same of a dataset, its tree and its zip`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    for number in 0..<6 {
      try dataset.adding(Pictures.png(number, width: 5 + number), to: number < 4 ? "cat" : "dog")
    }
    let zip = dir.path("x.zip")
    _ = try dataset.pack(PackOptions(output: .file(zip)), progress: { _, _ in })
    try dir.shell("cp -r pets tree && rm tree/.imgds.jsonl")
    for path in [dataset.path, dir.path("tree"), zip] {
      let report = try stats(StatsOptions(path: path, contributor: "ann"))
      #expect(report.images == 6)
      #expect(report.classes.map(\.images) == [4, 2])
      #expect(report.width?.median == 7.5)
      #expect(report.modes == ["rgb8": 6])
      #expect(report.faults == [])
    }
  }
}
