import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// Likeness and quality through `verify`, on pictures of blocks.
struct LikenessVerifyTests {
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
    try dir.write("t/train/cat/a.png", Pictures.blocks(1))
    try dir.write("t/train/cat/b.png", Pictures.blocks(1, side: 60))
    try dir.write("t/train/dog/c.png", Pictures.blocks(2))
    try dir.write("t/train/eel/d.png", Pictures.blocks(2, light: 20))
    try dir.write("t/train/eel/e.png", Pictures.blocks(3))
    try dir.write("t/val/eel/f.png", Pictures.blocks(3, side: 150))
    try dir.write("t/val/eel/g.png", Pictures.blocks(4))
    #expect(
      try findings(dir, "t", "likeness") == [
        "near-duplicate: train/cat/a.png train/cat/b.png",
        "near-duplicate-classes: train/dog/c.png train/eel/d.png",
        "near-leak: train/eel/e.png val/eel/f.png",
      ])
  }

  @Test func `the same pixels alone are no near-duplicates, but belong to a group`() throws {
    let dir = try Dir()
    try dir.write("t/cat/a.png", Pictures.blocks(1))
    try dir.write("t/cat/b.png", Pictures.blocks(1))
    #expect(try findings(dir, "t", "likeness") == [])
    try dir.write("t/cat/c.png", Pictures.blocks(1, side: 60))
    #expect(
      try findings(dir, "t", "likeness") == ["near-duplicate: cat/a.png cat/b.png cat/c.png"])
  }

  @Test func `quick looks at no picture`() throws {
    let dir = try Dir()
    try dir.write("t/cat/a.png", Pictures.blocks(1))
    try dir.write("t/cat/b.png", Pictures.blocks(1, side: 60))
    var options = VerifyOptions(path: dir.path("t"))
    options.isQuick = true
    let summary = try verify(options, progress: { _ in }, report: { _ in })
    #expect(summary.warnings == 0)
  }

  @Test func `names what is shaped or coloured unlike the others`() throws {
    let dir = try Dir()
    for seed in 1...8 { try dir.write(ByteString("t/cat/\(seed).png"), Pictures.blocks(seed)) }
    try dir.write("t/cat/9.png", Pictures.blocks(9, colour: .grey))
    try dir.write(
      "t/cat/x.png", PNG(width: 200, height: 40) { x, y, _ in (x * 31 + y * 17) % 251 }.encoded)
    #expect(
      try findings(dir, "t", "odd-size", "odd-aspect", "greyscale") == [
        "odd-aspect: cat/x.png", "odd-size: cat/x.png", "greyscale: cat/9.png",
      ])
    #expect(try findings(dir, "t", "odd-aspect") == ["odd-aspect: cat/x.png"])
  }
}
