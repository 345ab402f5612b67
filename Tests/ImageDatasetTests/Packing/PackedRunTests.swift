import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// Images that are read together come out one by one.
struct PackedRunTests {
  private func cut(_ sizes: [Int], at cuts: [Int] = []) -> [Int] {
    let images = sizes.enumerated().map { number, size in
      var record = Samples.record(UInt64(number))
      record.facts.bytes = size
      return PackPlan.Image(record, at: record.place, keepsProvenance: false)
    }
    var rest = images[...]
    var counts: [Int] = []
    while let run = rest.popRun(cuts: cuts) { counts.append(run.count) }
    return counts
  }

  @Test func `few bytes and few images are read together, and each image once`() {
    #expect(cut([]) == [])
    #expect(cut([1 << 30]) == [1])
    #expect(cut([1 << 17, 1 << 17, 1]) == [2, 1])
    #expect(cut([1, 1 << 18, 1, 1]) == [1, 1, 2])
    #expect(cut([Int](repeating: 1, count: 600)) == [256, 256, 88])
  }

  @Test func `no run reaches over a place where something else stands`() {
    #expect(cut([1, 1, 1, 1], at: [0, 1, 1, 3, 4]) == [1, 2, 1])
    #expect(cut([1, 1 << 18, 1, 1], at: [3]) == [1, 1, 1, 1])
  }

  @Test func `what was read of another file leaves nothing between its neighbours`() {
    struct Frame: ImageFrame {
      func appendHead(of image: PackPlan.Image, crc32: UInt32, to buffer: inout [UInt8]) {
        buffer += [0x3C, UInt8(crc32)]
      }
      func appendTail(of image: PackPlan.Image, to buffer: inout [UInt8]) { buffer.append(0x3E) }
    }
    let record = Samples.record(1)
    let image = PackPlan.Image(record, at: record.place, keepsProvenance: false)
    var run = PackedRun([image, image, image], in: [])
    for (crc32, isIt) in [(1, true), (2, false), (3, true)] as [(UInt32, Bool)] {
      let isHeld = run.hold(image, crc32: crc32, in: Frame()) { content in
        content += [0xA0, 0xA1]
        return isIt
      }
      #expect(isHeld == isIt)
    }
    #expect(run.content == [0x3C, 1, 0xA0, 0xA1, 0x3E, 0x3C, 3, 0xA0, 0xA1, 0x3E])
    let ends = run.outcomes.map { if case .held(_, let end) = $0 { end } else { -1 } }
    #expect(ends == [5, 10])
  }

  @Test(arguments: [1, 2])
  func `texts stand in their order before, between and behind the classes`(_ jobs: Int) throws {
    let dir = try Dir()
    let classes: [ByteString] = ["A", "T", "b", "d", "z"]
    let dataset = try dir.dataset("pets", classes)
    for number in 0..<15 { try dataset.adding(Pictures.png(number), to: classes[number % 5]) }
    #expect(try pack(dataset, dir, jobs: jobs).faults.isEmpty)
    let names = try dir.run("zipinfo", "-1", "out.zip").lines
    #expect(names.count == 15 + 4)
    #expect(names == names.sorted())
    try dir.run("unzip", "-q", "out.zip", "-d", "x")
    try dir.run("sh", "-c", "cd x/pets && sha256sum -c --strict --quiet SHA256SUMS")
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
