import ByteText
import TestKit
import Testing

/// Near-duplicates in `pack --split`.
struct PackNearDuplicatesTests {
  /// A dataset of 20 pictures, each in two sizes, the second of every fourth in another class.
  private func makePairs(_ dir: Dir) throws {
    for seed in 1...20 {
      try dir.write(ByteString("in/cat/\(seed).png"), Pictures.blocks(seed, side: 45))
      let name = seed % 4 == 0 ? "in/dog/\(seed)-again.png" : "in/cat/\(seed)-again.png"
      try dir.write(ByteString(name), Pictures.blocks(seed, side: 36, light: seed))
    }
    try dir.imgds("init", "pets")
    try dir.imgds("add", "pets", "in", "--by-folder", "--quiet")
  }

  /// The parts of the images by the number of the picture they show, as `--provenance` tells it.
  private func parts(_ file: ByteString, in dir: Dir) throws -> [ByteString: [ByteString]] {
    var parts: [ByteString: [ByteString]] = [:]
    for line in try PackedZip(file, in: dir).lines("pets/metadata.jsonl") {
      let source = try #require(line["source"]?.text)
      let number = source.stem.split(on: UInt8(ascii: "-"))[0]
      parts[number, default: []].append(try #require(line["split"]?.text))
    }
    return parts
  }

  private func leaks(_ file: ByteString, in dir: Dir) throws -> Int {
    let lines = try dir.imgds("verify", file, "--checks", "likeness", "--json").json
    return lines.count { $0["code"] == "near-leak" }
  }

  @Test func `near-duplicates stay in one part, unless they may not`() throws {
    let dir = try Dir()
    try makePairs(dir)
    try dir.imgds("pack", "pets", "--split", "60,20,20", "--provenance", "-o", "a.zip")
    let together = try parts("a.zip", in: dir)
    #expect(together.count == 20 && together.values.allSatisfy { $0.count == 2 })
    #expect(together.values.allSatisfy { $0[0] == $0[1] })
    #expect(Set(together.values.map { $0[0] }) == ["train", "val", "test"])
    #expect(try leaks("a.zip", in: dir) == 0)
    try dir.imgds(
      "pack", "pets", "--split", "60,20,20", "--provenance", "--no-near-duplicates", "-o", "b.zip")
    let apart = try parts("b.zip", in: dir).values.count { $0[0] != $0[1] }
    #expect(apart > 0)
    #expect(try leaks("b.zip", in: dir) == apart)
  }

  @Test func `what is not packed has no say`() throws {
    let dir = try Dir()
    try makePairs(dir)
    try dir.imgds("pack", "pets", "--split", "60,40", "-o", "a.zip", "--jobs", "1")
    for seed in 1...40 {
      let name = ByteString("private/\(seed).png")
      try dir.write(name, Pictures.blocks(seed, side: 54, light: 5))
    }
    try dir.imgds("add", "pets", "private", "--class", "cat", "--private")
    try dir.imgds("pack", "pets", "--split", "60,40", "-o", "b.zip", "--jobs", "3")
    #expect(try dir.read("a.zip") == dir.read("b.zip"))
    try dir.imgds("pack", "pets", "--split", "60,40", "--where", "class:dog", "-o", "c.zip")
    try dir.imgds(
      "pack", "pets", "--split", "60,40", "--where", "class:dog", "-o", "d.zip",
      "--no-near-duplicates")
    #expect(try dir.read("c.zip") == dir.read("d.zip"))
  }

  @Test func `an earlier split stands, and new near-duplicates follow it`() throws {
    let dir = try Dir()
    try makePairs(dir)
    let words: [ByteString] = ["pack", "pets", "--split", "50,50", "--provenance"]
    try dir.command(words + ["--no-near-duplicates", "-o", "a.zip"]).run()
    let before = try parts("a.zip", in: dir)
    for seed in 1...20 {
      let name = ByteString("new/\(seed)-new.png")
      try dir.write(name, Pictures.blocks(seed, side: 54, light: 3))
    }
    try dir.imgds("add", "pets", "new", "--class", "cat")
    try dir.command(words + ["--keep-split", "a.zip", "-o", "b.zip"]).run()
    let after = try parts("b.zip", in: dir)
    for (number, now) in after {
      let then = try #require(before[number])
      let added = then.reduce(now) { rest, part in
        var rest = rest
        if let place = rest.firstIndex(of: part) { rest.remove(at: place) }
        return rest
      }
      #expect(added.count == 1 && then.contains(added[0]))
    }
  }
}
