import ByteText
import TestKit
import Testing

@Suite struct PromiseTests {
  private func dataset() throws -> Dir {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    try dir.write("a.png", Pictures.png(1))
    try dir.imgds("add", "pets", "a.png", "--class", "cat")
    return dir
  }

  private func id(_ dir: Dir) throws -> ByteString {
    try #require(try dir.list("pets/cat").first)
  }

  @Test func `label records what a killed run only renamed`() throws {
    let dir = try dataset()
    let name = try id(dir)
    try dir.rename("pets/cat/" + name, to: "pets/dog/" + name)
    let output = try dir.imgds(
      "label", "pets", ByteString(name.bytes.prefix(16)), "--class", "dog", "--json")
    #expect(try output.json("labelled").first?["from"] == "cat")
    #expect(try dir.imgds("list", "pets").lines == ["pets/dog/" + name])
  }

  @Test func `add takes no image over from its owner`() throws {
    let dir = try dataset()
    let name = try id(dir)
    try dir.rename("pets/cat/" + name, to: "pets/dog/" + name)
    let output = try dir.command("add", "pets", "a.png", "--class", "dog", "--json")
      .variable("IMGDS_USER", "bob").run()
    #expect(try output.json("duplicate").count == 1)
    let image = try #require(try dir.imgds("list", "pets", "--json").json("image").first)
    #expect(image["class"] == "dog" && image["by"] != "bob")
  }

  @Test func `init --exist-ok records classes that a killed run only made`() throws {
    let dir = try dataset()
    try dir.make("pets/fox")
    try dir.imgds("init", "pets", "fox", "--exist-ok")
    #expect(try dir.text("pets/.imgds.jsonl").displayed.contains("\"fox\""))
  }

  @Test func `init goes on where a killed run left a staged catalog`() throws {
    let dir = try Dir()
    try dir.write("pets/.imgds-999999999-1-00000000-0", text: "")
    try dir.make("pets/cat")
    try dir.imgds("init", "pets", "cat")
    try dir.imgds("verify", "pets")
  }

  @Test func `a full standard output is exit 3 and said`() throws {
    let dir = try dataset()
    for command in ["list pets", "verify pets --json", "stats pets", "pack pets -o -"] {
      let output = try dir.shell(ByteString("$IMGDS \(command) > /dev/full"), status: 3)
      #expect(output.errors.contains("No space left on device"))
    }
  }

  @Test(.disabled(if: Sanitizer.isThread, "left out: the sanitizer dies of the limit itself"))
  func `a file size limit is an error, not a death`() throws {
    let dir = try dataset()
    try dir.write("large.png", Pictures.png(7, width: 200, height: 200))
    let before = try dir.contents(below: "pets")
    let output = try dir.shell(
      "ulimit -f 8; $IMGDS add pets large.png --class cat", status: 3)
    #expect(output.errors.contains("File too large"))
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test(arguments: ["ulimit -n 48", "ulimit -Sn 48"])
  func `few descriptors are enough for many images`(limit: ByteString) throws {
    let dir = try dataset()
    for seed in 0..<80 {
      try dir.write(ByteString("many/\(seed).png"), Pictures.png(100 + seed))
    }
    let output = try dir.shell(limit + "; $IMGDS add pets many --class cat --json -j2")
    #expect(try output.json("added").count == 80)
    try dir.imgds("verify", "pets")
  }

  @Test func `readers leave no trace, not even a time stamp`() throws {
    let dir = try dataset()
    let look: ByteString = """
      (find pets -type d -printf '%p %T@ %C@\\n'; find pets -type f -printf '%p %A@ %T@ %C@\\n') | sort
      """
    try dir.shell("find pets -exec touch -a -d 2001-01-01 {} +")
    let before = try dir.shell(look).stdout
    for command in ["list", "stats", "verify"] as [ByteString] { try dir.imgds(command, "pets") }
    try dir.imgds("pack", "pets", "-o", "out.zip")
    #expect(try dir.shell(look).stdout == before)
  }
}
