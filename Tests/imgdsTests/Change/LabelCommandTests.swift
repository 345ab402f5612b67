import ByteText
import TestKit
import Testing

@Suite struct LabelCommandTests {
  private let dir: Dir
  /// The ids of two cats.
  private let ids: [ByteString]

  init() throws {
    let pets = try Pets(pictures: 2)
    dir = pets.dir
    ids = try pets.addCats(1, 2)
  }

  private func image(_ id: ByteString) throws -> JSON {
    let images = try dir.imgds("list", "pets", "--json").json("image")
    return try #require(images.first { $0["id"]?.text == id })
  }

  @Test func `tells what it changed, in a fixed order of keys`() throws {
    let output = try dir.imgds(
      "label", "pets", ids[0], "--class", "dog", "--also", "b", "--also", "a", "--describe", "x",
      "--private", "--json")
    #expect(
      output.lines.first
        == ByteString(
          #"{"type":"labelled","id":"\#(ids[0].displayed)","file":"dog/\#(ids[0].displayed).png","#
            + #""class":"dog","from":"cat","labels":["a","b"],"visibility":"private"}"#))
    #expect(try output.summary["labelled"] == 1)
    let image = try image(ids[0])
    #expect(image["labels"] == ["a", "b"])
    #expect(image["description"] == "x")
    #expect(image["visibility"] == "private")
    let again = try dir.imgds("label", "pets", ids[0], "--also", "a", "--private", "--json")
    #expect(
      again.lines.first
        == ByteString(
          #"{"type":"unchanged","id":"\#(ids[0].displayed)","file":"dog/\#(ids[0].displayed).png","#
            + #""class":"dog","labels":["a","b"],"visibility":"private"}"#))
  }

  @Test(arguments: ["--where class:cat", "pets/cat/NAME"])
  func `the same command again finishes what a killed one moved`(selection: String) throws {
    let name = ids[0] + ".png"
    try dir.rename("pets/cat/" + name, to: "pets/dog/" + name)
    let words = selection.replacing("NAME", with: name.displayed)
    let command = ByteString("$IMGDS label pets \(words) --class dog --also k --private --json")
    let moved = try dir.shell(command).json("labelled").filter { $0["id"]?.text == ids[0] }
    #expect(moved.map { $0["file"]?.text } == ["dog/" + name])
    let image = try image(ids[0])
    #expect(image["class"] == "dog" && image["labels"] == ["k"])
    #expect(image["visibility"] == "private")
    #expect(try dir.mode("pets/dog/" + name) == 0o600)
    let again = try dir.shell(command)
    #expect(try again.summary["labelled"] == 0)
  }

  @Test func `extra labels and descriptions reach every line of the metadata`() throws {
    try dir.imgds("label", "pets", ids[0], "--also", "b", "--also", "a", "--describe", "one, two")
    try dir.imgds("pack", "pets")
    let text = try dir.run("unzip", "-p", "pets_dataset.zip", "pets/metadata.jsonl")
    let lines = try text.json
    #expect(lines.count == 2)
    for line in lines {
      let isFirst = line["id"]?.text == ids[0]
      #expect(line["labels"]?.text == (isFirst ? "a,b" : ""))
      #expect(line["description"]?.text == (isFirst ? "one, two" : ""))
    }
  }

  @Test func `packs no private image, and packs it again once it is public`() throws {
    try dir.imgds("label", "pets", ids[0], "--private")
    #expect(try dir.imgds("pack", "pets", "--json").object["images"] == 1)
    try dir.imgds("label", "pets", ids[0], "--public")
    #expect(try dir.imgds("pack", "pets", "--json").object["images"] == 2)
  }

  @Test func `takes ids from standard input, NUL-separated too`() throws {
    try dir.imgds(
      "label", "pets", "-", "-0", "--also", "x", input: ids[0].bytes + [0] + ids[1].bytes + [0])
    #expect(try image(ids[1])["labels"] == ["x"])
    try dir.imgds("label", "pets", "-", "--class", "dog", input: [])
    try dir.imgds("label", "pets", "-", "--class", "dgo", input: [], status: 2)
  }

  @Test func `changes what a search finds`() throws {
    let output = try dir.imgds(
      "label", "pets", "--where", "class:cat", "--where", ByteString("id:") + ids[1], "--class",
      "dog", "--json")
    #expect(try output.json("labelled").map { $0["id"]?.text } == [ids[1]])
    #expect(try dir.imgds("label", "pets", "--where", "class:eel", "--also", "x").status == 0)
  }

  @Test(
    arguments: [
      ["--also", ""], ["--also", "a,b"], ["--drop", "a\u{7}"], ["--also", "x", "--drop", "x"],
      ["--where", "class:"], ["--public", "--private"], [],
    ] as [[ByteString]])
  func `refuses what cannot be meant before it changes anything`(_ words: [ByteString]) throws {
    let before = try dir.contents(below: "pets")
    let operands = words.first == "--where" ? ["--also", "x"] : [ids[0]]
    try dir.command(["label", "pets"] + operands + words).run(status: 2)
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `names the owner of an image that is another's`() throws {
    for words in [
      ["--also", "x"], ["--drop", "x", "--describe", "y"], ["--private"], ["--class", "dog"],
    ] as [[ByteString]] {
      let output = try dir.command(["label", "pets", ids[0]] + words)
        .variable("IMGDS_USER", "bob").run(status: 1)
      #expect(output.errors.contains("'tester'"))
    }
    try dir.command(["label", "pets", ids[0], "--private", "--force"])
      .variable("IMGDS_USER", "bob").run()
    #expect(try image(ids[0])["by"] == "tester")
  }
}
