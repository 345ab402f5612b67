import ByteText
import TestKit
import Testing

@testable import ArchiveFormats
@testable import ImageDataset

/// What is deflated in parts on several threads is what one thread makes of it.
struct DeflatedTextTests {
  private let images = (0..<3_000).map { number in
    let record = Samples.record(UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    return PackPlan.Image(record, at: record.place, keepsProvenance: false)
  }

  @Test(arguments: [2, 3, 8])
  func `is the same with any number of threads`(_ jobs: Int) {
    func text(_ jobs: Int) -> DeflatedText {
      DeflatedText("list", of: images[...], jobs: jobs) { $0.flatMap { $0.file.bytes + [0x0A] } }
    }
    let (one, many) = (text(1), text(jobs))
    #expect(one.digest == many.digest)
    #expect(one.content.bytes == many.content.bytes)
    #expect(one.content.size == images.reduce(0) { $0 + $1.file.count + 1 })
  }

  @Test func `an archive whose texts have several parts is read by unzip and sha256sum`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    try dir.make("source")
    for number in 0..<2_100 {
      try dir.write(ByteString("source/\(number).png"), Pictures.png(number))
    }
    try dataset.adding(dir.options(["source"], .className("cat")))
    var options = PackOptions(output: .file(dir.path("out.zip")))
    options.jobs = 3
    let first = try dataset.pack(options, progress: { _, _ in })
    #expect(first.images == 2_100)
    try dir.run("unzip", "-q", "out.zip", "-d", "x")
    try dir.run("sh", "-c", "cd x/pets && sha256sum -c --strict --quiet SHA256SUMS")
    options.jobs = 1
    #expect(try dataset.pack(options, progress: { _, _ in }).sha256 == first.sha256)
  }
}
