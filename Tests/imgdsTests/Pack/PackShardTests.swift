import ByteText
import TestKit
import Testing

struct PackShardTests {
  /// The samples of a shard as Python's `tarfile` finds them: a key and its members.
  private func samples(_ file: ByteString, in dir: Dir) throws -> [JSON] {
    let script: ByteString = """
      import json, sys, tarfile
      samples = []
      for m in tarfile.open(sys.argv[1]):
          key, end = m.name.split('.', 1)
          assert m.isreg() and m.mode == 0o644 and m.mtime == 315532800 and m.uid == 0, m
          if not samples or samples[-1]['key'] != key: samples.append({'key': key, 'ends': []})
          data = tarfile.open(sys.argv[1]).extractfile(m).read()
          samples[-1]['ends'].append(end)
          samples[-1][end] = json.loads(data) if end in ('cls', 'json') else len(data)
      for s in samples: print(json.dumps(s))
      """
    return try dir.run("python3", "-c", script, file).json
  }

  @Test func `a set of shards for each format and part, with one index`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 10, "dog": 10])
    for seed in 50..<60 { try dir.write(ByteString("j/\(seed).jpg"), Pictures.jpeg(seed)) }
    try dir.imgds("add", "pets", "j", "--class", "cow", "--create")
    let report = try dir.imgds(
      "pack", "pets", "--format", "webdataset", "--split", "8,2", "-o", "out", "--json"
    ).object
    let files = report["files"]?.elements.compactMap(\.text) ?? []
    #expect(
      files == [
        "out/pets-jpg-train-000000.tar", "out/pets-jpg-val-000000.tar",
        "out/pets-png-train-000000.tar", "out/pets-png-val-000000.tar", "out/classes.txt",
      ])
    #expect(try dir.text("out/classes.txt") == "cat\ncow\ndog\n")
    #expect(try dir.list("out").count == 5)
    var labels: [ByteString: Int] = [:]
    for file in files.dropLast() {
      for sample in try samples(file, in: dir) {
        let ending = ByteString(file.components[1].bytes[5..<8])
        #expect(sample["ends"] == .array(["cls", .string(ending), "json"]))
        let facts = try #require(sample["json"])
        let label = try #require(facts["label"]?.text)
        #expect(sample["cls"]?.int == ["cat", "cow", "dog"].firstIndex(of: label))
        #expect(facts["id"] == sample["key"])
        let name = facts["file_name"]?.text
        #expect(name == (sample["key"]?.text ?? "") + "." + ending)
        labels[label, default: 0] += 1
      }
    }
    #expect(labels == ["cat": 10, "cow": 10, "dog": 10])
  }

  @Test func `shards keep to their size, and samples of all classes are mixed`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 20, "dog": 20])
    try dir.imgds("pack", "pets", "--format", "webdataset", "--shard-size", "16kB")
    let shards = try dir.list().filter { $0.hasPrefix("pets-train-") }
    #expect(shards.count == 10)
    #expect(shards.first == "pets-train-000000.tar" && shards.last == "pets-train-000009.tar")
    var keys: Set<JSON> = []
    var mixed = 0
    for shard in shards {
      #expect(try dir.read(shard).count <= 16_000)
      let samples = try samples(shard, in: dir)
      keys.formUnion(samples.compactMap { $0["key"] })
      mixed += Set(samples.compactMap { $0["cls"] }).count > 1 ? 1 : 0
    }
    #expect(keys.count == 40 && mixed > 4)
    let output = try dir.imgds("pack", "pets", "--format", "webdataset", "--shard-size", "32kB")
    #expect(output.errors.contains("'pets-train-000004.tar' is of an earlier run, remove it"))
  }

  @Test func `the same shard comes out of a pipe`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 5, "dog": 5])
    try dir.imgds("pack", "pets", "--format", "webdataset", "--seed", "7", "--jobs", "1")
    try dir.shell("$IMGDS pack pets --format webdataset --seed 7 -o - > a.tar")
    #expect(try dir.read("a.tar") == dir.read("pets-train-000000.tar"))
    let output = try dir.shell(
      "$IMGDS pack pets --format webdataset --shard-size 8kB -o - > b.tar", status: 2)
    #expect(output.errors.contains("archives come out, which standard output cannot hold"))
    #expect(try dir.read("b.tar").isEmpty)
    let closed = try dir.shell("$IMGDS pack pets -o - | true; exit ${PIPESTATUS[0]}")
    #expect(closed.errors == "" || closed.errors.contains("packed"))
  }

  @Test func `zips keep to a size too and each is whole`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 12, "dog": 12])
    let report = try dir.imgds("pack", "pets", "--shard-size", "6KB", "--json").object
    let files = report["files"]?.elements.compactMap(\.text) ?? []
    #expect(files.count > 2 && files[1] == "pets_dataset-000001.zip")
    var count = 0
    for file in files {
      #expect(try dir.read(file).count <= 6_000)
      let zip = try PackedZip(file, in: dir)
      try zip.checkSums()
      #expect(try zip.content("pets/classes.txt") == Array("cat\ndog\n".utf8))
      count += try zip.lines("pets/metadata.jsonl").count
    }
    #expect(count == 24)
  }

  @Test func `the same bytes in two classes are no sample`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 1, "dog": 1])
    let cat = try #require(try dir.list("pets/cat").first)
    try dir.write("pets/dog/" + cat, dir.read("pets/cat/" + cat))
    let output = try dir.imgds("pack", "pets", "--format", "webdataset", status: 1)
    #expect(output.errors.contains("it lies in 'dog' too, remove all but one"))
  }

  @Test(
    arguments: [
      (["--shard-size", "big"], "takes a size such as 500MB or 1GiB, not 'big'"),
      (["--shard-size", "0"], "takes a size"),
      (["--format", "tar"], "is one of zip, webdataset"),
      (["--format", "webdataset", "--plain"], "exclude each other"),
      (["--format", "webdataset", "--croissant"], "exclude each other"),
      (["--format", "webdataset", "--split", "1,1", "--split-files"], "exclude each other"),
      (["--format", "zip", "--seed", "1"], "'--seed' does nothing without"),
      (["--format", "webdataset", "-o", "in/a.txt"], "is no folder, shards go into one"),
      (["--format", "webdataset", "-o", "pets/out"], "lies inside the dataset"),
    ] as [([ByteString], String)])
  func `options that do not fit are refused`(words: [ByteString], message: String) throws {
    let dir = try Dir()
    try dir.makePets(["cat": 1])
    try dir.write("in/a.txt", text: "")
    let output = try dir.command(["pack", "pets"] + words).run(status: 2)
    #expect(output.errors.contains(message))
    #expect(try dir.list() == ["in", "pets"])
  }
}
