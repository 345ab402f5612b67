import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// Likeness and quality through `verify`, on pictures of blocks.
struct LikenessVerifyTests {
  /// A picture of 9 × 9 blocks of greys by seed, of any size.
  private func picture(_ seed: Int, side: Int = 90, light: Int = 0, colour: PNG.Colour = .rgb)
    -> [UInt8]
  {
    PNG(width: side, height: side, colour: colour, depth: 8) { x, y, _ in
      let block = UInt64(x * 9 / side * 9 + y * 9 / side) &+ UInt64(seed) &* 1009
      var mixed = block &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
      mixed = mixed &* 0xBF58_476D_1CE4_E5B9
      return Int((mixed ^ mixed >> 32) % 200) + light
    }.encoded
  }

  private func findings(_ dir: Dir, _ path: ByteString, _ words: ByteString...) throws -> [String] {
    var options = VerifyOptions(path: dir.path(path))
    var unknown = ByteString()
    options.checks = try #require(CheckSelection(words: words, unknown: &unknown))
    options.jobs = 2
    var findings: [String] = []
    func report(_ finding: Finding) {
      let files = finding.files.isEmpty ? [finding.file] : finding.files
      let names = files.map(\.displayed).joined(separator: " ")
      findings.append("\(finding.code.rawValue): \(names)")
      #expect(finding.severity == .warning)
    }
    _ = try verify(options, progress: { _ in }, report: report)
    return findings
  }

  @Test func `names nearly the same pictures by what they span`() throws {
    let dir = try Dir()
    try dir.write("t/train/cat/a.png", picture(1))
    try dir.write("t/train/cat/b.png", picture(1, side: 60))
    try dir.write("t/train/dog/c.png", picture(2))
    try dir.write("t/train/eel/d.png", picture(2, light: 20))
    try dir.write("t/train/eel/e.png", picture(3))
    try dir.write("t/val/eel/f.png", picture(3, side: 150))
    try dir.write("t/val/eel/g.png", picture(4))
    #expect(
      try findings(dir, "t", "likeness") == [
        "near-duplicate: train/cat/a.png train/cat/b.png",
        "near-duplicate-classes: train/dog/c.png train/eel/d.png",
        "near-leak: train/eel/e.png val/eel/f.png",
      ])
  }

  @Test func `the same pixels alone are no near-duplicates, but belong to a group`() throws {
    let dir = try Dir()
    try dir.write("t/cat/a.png", picture(1))
    try dir.write("t/cat/b.png", picture(1))
    #expect(try findings(dir, "t", "likeness") == [])
    try dir.write("t/cat/c.png", picture(1, side: 60))
    #expect(
      try findings(dir, "t", "likeness") == ["near-duplicate: cat/a.png cat/b.png cat/c.png"])
  }

  @Test func `quick looks at no picture`() throws {
    let dir = try Dir()
    try dir.write("t/cat/a.png", picture(1))
    try dir.write("t/cat/b.png", picture(1, side: 60))
    var options = VerifyOptions(path: dir.path("t"))
    options.isQuick = true
    let summary = try verify(options, progress: { _ in }, report: { _ in })
    #expect(summary.warnings == 0)
  }

  @Test func `names what is shaped or coloured unlike the others`() throws {
    let dir = try Dir()
    for seed in 1...8 { try dir.write(ByteString("t/cat/\(seed).png"), picture(seed)) }
    try dir.write("t/cat/9.png", picture(9, colour: .grey))
    try dir.write(
      "t/cat/x.png", PNG(width: 200, height: 40) { x, y, _ in (x * 31 + y * 17) % 251 }.encoded)
    #expect(
      try findings(dir, "t", "odd-size", "odd-aspect", "greyscale") == [
        "odd-aspect: cat/x.png", "odd-size: cat/x.png", "greyscale: cat/9.png",
      ])
    #expect(try findings(dir, "t", "odd-aspect") == ["odd-aspect: cat/x.png"])
  }

  @Test func `a dataset tells its groups of near-duplicates by id`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    let one = try dataset.adding(picture(1), to: "cat").id
    let other = try dataset.adding(picture(1, side: 70), to: "dog").id
    try dataset.adding(picture(2), to: "dog")
    #expect(try dataset.nearDuplicates(jobs: 2) == [[one, other].sorted()])
  }
}
