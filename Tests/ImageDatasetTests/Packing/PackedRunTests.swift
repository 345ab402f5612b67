import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// Images that are read together come out one by one.
struct PackedRunTests {
  private func cut(_ sizes: [Int]) -> [Int] {
    let images = sizes.enumerated().map { number, size in
      var record = Samples.record(UInt64(number))
      record.facts.bytes = size
      return PackPlan.Image(record, at: record.place, keepsProvenance: false)
    }
    var rest = images[...]
    var counts: [Int] = []
    while let run = rest.popRun() { counts.append(run.count) }
    return counts
  }

  @Test func `few bytes and few images are read together, and each image once`() {
    #expect(cut([]) == [])
    #expect(cut([1 << 30]) == [1])
    #expect(cut([1 << 17, 1 << 17, 1]) == [2, 1])
    #expect(cut([1, 1 << 18, 1, 1]) == [1, 1, 2])
    #expect(cut([Int](repeating: 1, count: 600)) == [256, 256, 88])
  }

  @Test(arguments: [1, 2])
  func `an image whose checksum is wrong or missing is packed between its neighbours`(
    _ jobs: Int
  ) throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    for number in 0..<6 { try dataset.adding(Pictures.png(number), to: "cat") }
    let first = try pack(dataset, dir, jobs: jobs)
    #expect(first.faults.isEmpty)
    var lines = try dir.text("pets/.imgds.jsonl").displayed.split(separator: "\n")
      .map { String($0) }
    let added = lines.indices.filter { lines[$0].contains("crc32") }
    lines[added[1]].replace(/"crc32":"[0-9a-f]{8}"/, with: #""crc32":"00000000""#)
    lines[added[3]].replace(/,"crc32":"[0-9a-f]{8}"/, with: "")
    try dir.write("pets/.imgds.jsonl", Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(try pack(dataset, dir, jobs: jobs).sha256 == first.sha256)
  }

  @Test func `every bad image between good ones is named, and nothing is written`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    let places = try (0..<6).map { try dataset.adding(Pictures.png($0), to: "cat") }
    let bad = [places[1], places[4]].map(\.file)
    for file in bad { try dir.write("pets/" + file, Pictures.png(9)) }
    let report = try pack(dataset, dir, jobs: 2)
    #expect(report.faults.map(\.file).sorted() == bad.sorted())
    #expect(report.faults.allSatisfy { $0.code == .changed })
    #expect(try !dir.list("").contains("out.zip"))
  }

  private func pack(_ dataset: Dataset, _ dir: Dir, jobs: Int) throws -> PackReport {
    var options = PackOptions(output: .file(dir.path("out.zip")))
    options.jobs = jobs
    return try dataset.pack(options, progress: { _, _ in })
  }
}
