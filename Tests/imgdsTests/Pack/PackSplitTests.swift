import ByteText
import TestKit
import Testing

struct PackSplitTests {
  /// The part of each image by id, as the paths of an archive tell it.
  private func parts(_ zip: PackedZip) -> [ByteString: ByteString] {
    let images = zip.names.map(\.components).filter { $0.count == 4 }
    return Dictionary(images.map { ($0[3].stem, $0[1]) }) { first, _ in first }
  }

  @Test func `a split is in the paths, the metadata and the card`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 10, "test": 12, "one": 1])
    let report = try dir.imgds("pack", "pets", "--split", "80,10,10", "--json").object
    #expect(report["splits"] == 3 && report["classes"] == 3 && report["images"] == 23)
    #expect(report["files"] == ["pets_dataset.zip"])
    let zip = try PackedZip("pets_dataset.zip", in: dir)
    #expect(zip.names == zip.names.sorted())
    try zip.checkSums()
    var counts: [ByteString: Int] = [:]
    for path in zip.names.map(\.components) where path.count == 4 {
      counts[path[1].appending(path[2]), default: 0] += 1
    }
    #expect(
      counts == [
        "train/cat": 8, "val/cat": 1, "test/cat": 1, "train/test": 10, "val/test": 1,
        "test/test": 1, "train/one": 1,
      ])
    let lines = try zip.lines("pets/metadata.jsonl")
    #expect(lines.count == 23)
    for line in lines {
      #expect(
        line.keys == [
          "file_name", "label", "split", "id", "sha256", "width", "height", "orientation", "mode",
          "colours",
        ])
      let path = try #require(line["file_name"]?.text).components
      #expect(path[0] == line["split"]?.text && path[1] == line["label"]?.text)
      #expect(path[2].stem == line["id"]?.text)
    }
    let card = try ByteString(zip.content("pets/README.md")).displayed
    for part in ["train", "val", "test"] {
      #expect(card.contains("  - split: \(part)\n    path: \"\(part)/**\"\n"))
    }
    #expect(card.contains("| 2 | test | 10 | 1 | 1 |"))
    #expect(try zip.content("pets/classes.txt") == Array("cat\none\ntest\n".utf8))
  }

  @Test func `the order of adding and the jobs change no byte`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 20, "dog": 9])
    try dir.imgds("init", "other/pets", "dog", "cat", status: nil)
    try dir.make("other")
    try dir.imgds("init", "other/pets", "dog", "cat", "--exist-ok")
    for name in try dir.list("in/dog").reversed() {
      try dir.imgds("add", "other/pets", "in/dog/" + name, "--class", "dog")
    }
    try dir.imgds("add", "other/pets", "in/cat", "--class", "cat")
    try dir.imgds("pack", "pets", "--split", "70,30", "-o", "a.zip", "--jobs", "1")
    try dir.imgds("pack", "other/pets", "--split", "0.7,0.3", "-o", "b.zip", "--jobs", "3")
    try dir.shell("$IMGDS pack pets --split 70,30 -o - > c.zip")
    #expect(try dir.read("a.zip") == dir.read("b.zip"))
    #expect(try dir.read("a.zip") == dir.read("c.zip"))
    try dir.imgds("pack", "pets", "--split", "70,30", "-o", "d.zip", "--seed", "1")
    #expect(try dir.read("a.zip") != dir.read("d.zip"))
  }

  @Test func `an earlier split is kept, from a zip, its metadata or its paths`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 12, "dog": 7])
    try dir.imgds("pack", "pets", "--split", "60,20,20", "-o", "one.zip")
    try dir.imgds("pack", "pets", "--split", "60,20,20", "-o", "plain.zip", "--plain")
    let before = try PackedZip("one.zip", in: dir)
    for seed in 900..<912 { try dir.write(ByteString("new/\(seed).png"), Pictures.png(seed)) }
    try dir.imgds("add", "pets", "new", "--class", "cat")
    var packs: Set<[UInt8]> = []
    for earlier: ByteString in ["one.zip", "unzipped-one.zip/pets/metadata.jsonl", "plain.zip"] {
      try dir.imgds(
        "pack", "pets", "--split", "60,20,20", "--keep-split", earlier, "-o", "two.zip")
      packs.insert(try dir.read("two.zip"))
    }
    #expect(packs.count == 1)
    let after = parts(try PackedZip("two.zip", in: dir))
    #expect(parts(before).allSatisfy { after[$0.key] == $0.value })
    #expect(after.count == 31)
    let output = try dir.imgds(
      "pack", "pets", "--split", "60,40", "--keep-split", "one.zip", "-o", "three.zip", status: 2)
    #expect(output.errors.contains("was in 'test', give '--split' three weights"))
    #expect(!dir.exists("three.zip"))
  }

  @Test func `a table of groups keeps them together`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 12, "dog": 12])
    let rows = (1...24).map { "\($0),p\(($0 - 1) / 3)\n" }.joined()
    try dir.write("groups.csv", text: ByteString("file_name,group\n" + rows + "elsewhere.png,p1\n"))
    try dir.imgds(
      "pack", "pets", "--split", "50,50", "--group-by", "groups.csv", "--provenance")
    let lines = try PackedZip("pets_dataset.zip", in: dir).lines("pets/metadata.jsonl")
    var groups: [Int: Set<ByteString>] = [:]
    for line in lines {
      let source = try #require(line["source"]?.text)
      let number = try #require(Int(source.stem.displayed))
      groups[(number - 1) / 3, default: []].insert(line["split"]?.text ?? "")
      #expect(line["by"] == "tester" && line["added"]?.text != nil)
    }
    #expect(groups.count == 8 && groups.values.allSatisfy { $0.count == 1 })
    #expect(lines.count { $0["split"] == "val" } == 12)
    try dir.write("wrong.csv", text: "file_name,group\nnowhere.png,a\n")
    let output = try dir.imgds(
      "pack", "pets", "--split", "1,1", "--group-by", "wrong.csv", status: 2)
    #expect(output.errors.contains("no row of the table 'wrong.csv' names an image"))
  }

  @Test func `each part gets a zip of its own`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 10, "dog": 10])
    let report = try dir.imgds("pack", "pets", "--split", "8,1,1", "--split-files", "--json").object
    let files: [ByteString] = ["train", "val", "test"].map { "pets_dataset_" + $0 + ".zip" }
    #expect(report["files"]?.elements.compactMap(\.text) == files)
    #expect(report["file"]?.text == files[0] && report["sha256"] == "")
    for (file, count) in zip(files, [16, 2, 2]) {
      let zip = try PackedZip(file, in: dir)
      try zip.checkSums()
      #expect(try zip.lines("pets/metadata.jsonl").count == count)
      #expect(try zip.content("pets/classes.txt") == Array("cat\ndog\n".utf8))
    }
    let sizes = try files.reduce(0) { try $0 + dir.read($1).count }
    #expect(report["bytes"]?.int == sizes)
  }

  @Test(
    arguments: [
      (["--seed", "1"], "'--seed' does nothing without '--split'"),
      (["--split-files"], "'--split-files' does nothing without '--split'"),
      (["--keep-split", "a"], "'--keep-split' does nothing without '--split'"),
      (["--group-by", "a"], "'--group-by' does nothing without '--split'"),
      (["--split", "80"], "takes two or three weights above 0"),
      (["--split", "80,20", "--split-files", "-o", "-"], "exclude each other"),
      (["--plain", "--provenance"], "exclude each other"),
      (["--where", "nonsense:x"], "there is no key 'nonsense'"),
    ] as [([ByteString], String)])
  func `options that say nothing are refused`(words: [ByteString], message: String) throws {
    let dir = try Dir()
    try dir.makePets(["cat": 1])
    let output = try dir.command(["pack", "pets"] + words).run(status: 2)
    #expect(output.errors.contains(message))
    #expect(try dir.list() == ["in", "pets"])
  }
}
