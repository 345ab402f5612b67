import ByteText
import TestKit
import Testing

@Suite struct MergeCommandTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "all", "cat")
    try dir.imgds("init", "ann", "cat", "dog", "--license", "cc0-1.0", "--author", "Ann")
    try dir.imgds("init", "bob", "cat", "owl", "--author", "Bob", "--url", "https://bob.example")
    for seed in 1...6 { try dir.write(ByteString("\(seed).png"), Pictures.png(seed)) }
  }

  /// Adds a picture as someone and gives its id.
  @discardableResult
  private func add(
    _ seed: Int, _ dataset: ByteString, _ className: ByteString, _ more: ByteString...
  ) throws -> ByteString {
    let output = try dir.command(
      ["add", dataset, ByteString("\(seed).png"), "--class", className, "--json"] + more
    ).variable("IMGDS_USER", dataset).run()
    return try #require(try output.json("added").first?["id"]?.text)
  }

  private func images(_ dataset: ByteString) throws -> [JSON] {
    try dir.command("list", dataset, "--json").variable("IMGDS_USER", "ann").run().json("image")
  }

  @Test func `images keep what was said of them, and parts stay as they are`() throws {
    let id = try add(1, "ann", "cat", "--private")
    try add(2, "ann", "dog")
    try add(3, "bob", "owl")
    try dir.command("label", "ann", id, "--also", "x", "--describe", "on a sofa")
      .variable("IMGDS_USER", "ann").run()
    let expected = try images("ann") + images("bob")
    let before = try dir.shell("find ann bob -printf '%p %s %m %T@ %C@\\n' | sort").stdout
    let output = try dir.imgds("merge", "all", "ann", "bob", "--json")
    #expect(try output.summary["added"] == 3)
    #expect(try images("all") == expected)
    #expect(try dir.mode("all/cat/" + id + ".png") == 0o600)
    #expect(try dir.list("all") == [".imgds.jsonl", "cat", "dog", "owl"])
    #expect(
      try dir.shell("find ann bob -printf '%p %s %m %T@ %C@\\n' | sort").stdout == before)
    #expect(try dir.imgds("verify", "all", "--json").summary["errors"] == 0)
  }

  @Test func `a second run finds everything there and writes nothing`() throws {
    try add(1, "ann", "cat")
    try dir.imgds("class", "ann", "describe", "dog", "legs=4")
    try dir.imgds("merge", "all", "ann")
    let before = try dir.contents(below: "all")
    let output = try dir.imgds("merge", "all", "ann", "--json")
    let source = try #require(try output.json("duplicate").first?["source"]?.text)
    #expect(source.hasPrefix("ann/cat/"))
    #expect(try output.summary["duplicates"] == 1)
    #expect(try dir.contents(below: "all") == before)
  }

  @Test func `another class is a conflict that names the holder`() throws {
    try add(1, "all", "cat")
    try add(1, "ann", "dog")
    try add(2, "ann", "dog")
    let output = try dir.imgds("merge", "all", "ann", "--json", status: 1)
    let refused = try #require(try output.json("refused").first)
    #expect(refused["code"] == "conflict" && refused["class"] == "cat")
    #expect(try output.summary["added"] == 1)
  }

  @Test func `card and facts fill gaps alone, the first part first`() throws {
    try dir.imgds("class", "all", "describe", "cat", "legs=4")
    try dir.imgds("class", "ann", "describe", "cat", "legs=3", "say=meow")
    try dir.imgds("class", "bob", "describe", "cat", "say=purr", "tail=1")
    try dir.imgds("merge", "all", "ann", "bob")
    let classes = try dir.imgds("class", "all", "list", "--json").json("class")
    let facts = try #require(classes.first?["description"])
    #expect(facts["legs"] == "4" && facts["say"] == "meow" && facts["tail"] == "1")
    let catalog = try dir.text("all/.imgds.jsonl").displayed
    #expect(catalog.contains("\"author\":\"Ann\"") && !catalog.contains("\"author\":\"Bob\""))
    #expect(catalog.contains("https://bob.example"))
  }

  @Test func `every input is reported, whatever is wrong with it`() throws {
    let changed = try add(1, "ann", "cat")
    let missing = try add(2, "ann", "cat")
    let unrecorded = try add(3, "bob", "cat")
    try add(4, "ann", "dog")
    try dir.write("ann/cat/" + changed + ".png", Pictures.png(5))
    try dir.remove("ann/cat/" + missing + ".png")
    try dir.write("ann/dog/notes.txt", text: "x")
    try dir.rename("bob/cat/" + unrecorded + ".png", to: "ann/dog/" + unrecorded + ".png")
    let output = try dir.imgds("merge", "all", "ann", "--json", status: 1)
    let codes = try output.json("refused").compactMap { $0["code"]?.text }
    #expect(codes.sorted() == ["corrupt", "not-found", "not-image"])
    #expect(try output.json("added").count == 2)
    let taken = try images("all").first { $0["id"]?.text == unrecorded }
    #expect(taken?["class"] == "dog" && taken?["by"] == "tester")
  }

  @Test func `a misnamed file is refused with what its bytes are`() throws {
    try dir.write("ann/cat/holiday.png", Pictures.png(1))
    try dir.write("ann/cat/notes.png", Pictures.text)
    try dir.write("ann/cat/spark.gif", text: "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0};")
    try dir.write("ann/cat/void.jpg", [])
    let output = try dir.imgds("merge", "all", "ann", "--json", status: 1)
    let refused = try output.json("refused")
    #expect(
      refused.map { "\($0["code"]?.text?.displayed ?? "-") \($0["mime"]?.text?.displayed ?? "-")" }
        == [
          "not-image image/png", "not-image text/plain", "unsupported-format image/gif", "empty -",
        ])
    #expect(refused[0]["message"]?.text?.displayed.contains("verify --repair") == true)
    #expect(try dir.files(below: "all") == [".imgds.jsonl"])
  }

  @Test func `wants datasets, and others than itself`() throws {
    try dir.make("plain")
    let before = try dir.contents(below: "all")
    try dir.imgds("merge", "all", "all", status: 2)
    try dir.imgds("merge", "all", "ann", "./all/", status: 2)
    try dir.imgds("merge", "all", "ann", "plain", status: 3)
    try dir.imgds("merge", "all", status: 2)
    #expect(try dir.contents(below: "all") == before)
  }
}
