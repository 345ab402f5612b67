import ByteText
import TestKit
import Testing

struct PackZipTests {
  @Test func `an archive holds images and what is known of them`() throws {
    let dir = try Dir()
    try dir.makePets(["a b": 1, "a": 2, "日本": 1])
    try dir.imgds("init", "pets", "empty", "--exist-ok", "--license", "CC0-1.0")
    try dir.imgds("pack", "pets")
    let zip = try PackedZip("pets_dataset.zip", in: dir)
    #expect(zip.names == zip.names.sorted())
    #expect(zip.names.count == 8)
    try zip.checkSums()
    #expect(try zip.content("pets/classes.txt") == Array("a\na b\n日本\n".utf8))
    let card = try ByteString(zip.content("pets/README.md")).displayed
    #expect(card.hasPrefix("---\npretty_name: \"pets\"\nlicense: \"CC0-1.0\"\n"))
    #expect(
      card.contains("  drop_labels: false\n  data_files:\n  - split: train\n    path: \"**\"\n"))
    let line = try #require(try zip.lines("pets/metadata.jsonl").first)
    #expect(
      line.keys == [
        "file_name", "label", "id", "sha256", "width", "height", "orientation", "mode", "colours",
      ])
  }

  @Test func `images alone`() throws {
    let dir = try Dir()
    try dir.makePets(["README.md": 1, "cat": 1])
    #expect(try dir.imgds("pack", "pets", status: 2).errors.contains("rename it"))
    try dir.imgds("pack", "pets", "--plain")
    let zip = try PackedZip("pets_dataset.zip", in: dir)
    #expect(zip.names.map { $0.components.count } == [3, 3])
  }

  @Test func `a search says what is packed`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 3, "dog": 2, "cow": 1])
    try dir.write("p.png", Pictures.png(70))
    try dir.imgds("add", "pets", "p.png", "--class", "dog", "--private")
    let report = try dir.imgds("pack", "pets", "--where", "class:dog,class:cow", "--json").object
    #expect(report["images"] == 3 && report["private"] == 1 && report["left_out"] == 1)
    let narrow = try dir.imgds(
      "pack", "pets", "--where", "class:dog,class:cow", "--where", "class:dog", "--include-private",
      "--json"
    ).object
    #expect(narrow["images"] == 3 && narrow["classes"] == 1 && narrow["left_out"] == 0)
    let none = try dir.imgds("pack", "pets", "--where", "class:fish", "-o", "n.zip", status: 1)
    #expect(none.errors.contains("there is no image to pack"))
    #expect(!dir.exists("n.zip"))
  }

  @Test func `what is missing counts only if it was asked for`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 2, "dog": 1])
    let dog = try #require(try dir.list("pets/dog").first)
    try dir.remove("pets/dog/" + dog)
    let output = try dir.imgds("pack", "pets", status: 1)
    #expect(output.errors.contains("the catalog has it, the folder does not"))
    #expect(!dir.exists("pets_dataset.zip"))
    try dir.imgds("pack", "pets", "--where", "class:cat")
  }

  @Test func `a changed image is named and the old archive stays`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 3])
    try dir.write("pets_dataset.zip", text: "old")
    let cat: ByteString = "pets/cat/" + (try dir.list("pets/cat")[1])
    try dir.append(cat, [0])
    let output = try dir.imgds("pack", "pets", status: 1)
    #expect(output.errors.contains("its bytes changed since it was added"))
    #expect(try dir.text("pets_dataset.zip") == "old")
    #expect(try dir.list() == ["in", "pets", "pets_dataset.zip"])
  }
}
