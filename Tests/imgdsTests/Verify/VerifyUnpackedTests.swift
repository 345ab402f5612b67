import ByteText
import TestKit
import Testing

/// `verify` of what was unpacked from an archive, and of what holds nothing.
struct VerifyUnpackedTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  /// Packs a dataset of two classes and unpacks it beside itself, into `out/pets`.
  private func unpack(_ options: [ByteString] = []) throws {
    try dir.makePets(["cat": 6, "dog": 6])
    try dir.command(["pack", "pets"] + options).run()
    try dir.shell("python3 -m zipfile -e pets_dataset.zip out")
  }

  /// The code and file of each finding beyond likeness and quality.
  private func findings(_ words: ByteString..., status: Int) throws -> [[ByteString?]] {
    let checks: [ByteString] = ["--checks", "soundness,records,classes", "--json"]
    let run = try dir.command(["verify", "out/pets"] + words + checks).run(status: status)
    return try run.json("finding").map { [$0["code"]?.text, $0["file"]?.text] }
  }

  @Test(arguments: [[], ["--split", "1,1,1"]] as [[ByteString]])
  func `an unpacked archive that nothing changed is as its sums say`(
    options: [ByteString]
  ) throws {
    try unpack(options)
    #expect(try findings(status: 0) == [])
    #expect(try findings("--quick", status: 0) == [])
  }

  @Test func `what was changed, taken away or added since is found`() throws {
    try unpack()
    let (cats, dogs) = (try dir.list("out/pets/cat"), try dir.list("out/pets/dog"))
    try dir.append("out/pets/cat/" + cats[0], [0])
    try dir.remove("out/pets/dog/" + dogs[1])
    try dir.write("out/pets/dog/new.png", Pictures.png(90))
    try dir.append("out/pets/metadata.jsonl", [0x0A])
    try dir.remove("out/pets/README.md")
    try dir.write("out/pets/notes.txt", text: "mine\n")
    let found = try findings(status: 1)
    let expected: [[ByteString?]] = [
      ["changed", "cat/" + cats[0]], ["unrecorded", "dog/new.png"], ["missing", "README.md"],
      ["missing", "dog/" + dogs[1]], ["changed", "metadata.jsonl"], ["unrecorded", "notes.txt"],
    ]
    #expect(found == expected)
    let quick = try findings("--quick", status: 1)
    #expect(quick == expected.filter { $0[1] != "cat/" + cats[0] })
  }

  @Test func `a list as find and sha256sum make it is understood`() throws {
    try unpack()
    try dir.shell(
      """
      cd out/pets && rm SHA256SUMS && find . -type f -exec sha256sum -b {} + > ../sums
      mv ../sums SHA256SUMS
      """)
    #expect(try findings(status: 0) == [])
  }

  @Test func `a line of the list that is no sum is an error, said once`() throws {
    try unpack()
    let lines = try dir.text("out/pets/SHA256SUMS")
    try dir.write("out/pets/SHA256SUMS", text: lines + "garbage\nmore\n")
    #expect(try findings(status: 1) == [["corrupt", "SHA256SUMS"]])
    try dir.shell("cd out && python3 -m zipfile -c ../bad.zip pets")
    let found = try dir.imgds("verify", "bad.zip", "--checks", "records", "--json", status: 1)
      .json("finding")
    #expect(found.map { $0["code"]?.text } == ["bad-archive"])
    let line = lines.parts(ending: 0x0A).count + 1
    #expect(found.first?["message"]?.text?.displayed == "line \(line) of SHA256SUMS is no sum")
    #expect(found.first?["file"] == "pets/SHA256SUMS")
  }

  @Test func `a list cannot have files outside the tree read`() throws {
    try unpack()
    let line = try dir.shell("cd out/pets && sha256sum ../../pets_dataset.zip").stdout
    try dir.append("out/pets/SHA256SUMS", line.bytes)
    #expect(try findings(status: 1) == [["missing", "../../pets_dataset.zip"]])
  }

  @Test func `a tree without a list is not held to one`() throws {
    try unpack()
    try dir.remove("out/pets/SHA256SUMS")
    try dir.append("out/pets/metadata.jsonl", [0x0A])
    #expect(try findings(status: 0) == [])
  }

  @Test func `what holds no class is warned of`() throws {
    try dir.make("empty")
    try dir.imgds("init", "none")
    try dir.run("python3", "-c", "import zipfile; zipfile.ZipFile('empty.zip', 'w').close()")
    for name in ["empty", "none", "empty.zip"] as [ByteString] {
      let found = try dir.imgds("verify", name, "--json").json("finding")
      #expect(found.map { $0["code"]?.text } == ["empty-class"])
      #expect(found.map { $0["file"]?.text } == [name])
      try dir.imgds("verify", name, "--strict", status: 1)
    }
  }
}
