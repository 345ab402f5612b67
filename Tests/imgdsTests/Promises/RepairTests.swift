import ByteText
import TestKit
import Testing

@Suite struct RepairTests {
  /// A dataset with an image in `cat`, and its id.
  private func dataset() throws -> (Dir, ByteString) {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    try dir.write("a.png", Pictures.png(1))
    let added = try dir.imgds("add", "pets", "a.png", "--class", "cat", "--json").json("added")
    return (dir, try #require(added.first?["id"]?.text))
  }

  private func strays(_ dir: Dir) throws -> [ByteString] {
    let folder = try #require(try dir.list().first { $0.hasPrefix("pets_strays-") })
    return try dir.files(below: folder)
  }

  @Test func `names misnamed images and moves strays and broken ones aside`() throws {
    let (dir, _) = try dataset()
    try dir.write("pets/dog/holiday.png", Pictures.png(2))
    try dir.write("pets/dog/notes.txt", text: "no picture")
    try dir.write("pets/stray.png", Pictures.png(3))
    try dir.imgds("verify", "pets", status: 1)
    let summary = try dir.imgds("verify", "pets", "--repair", "--json").summary
    #expect(summary["errors"] == 0 && summary["warnings"] == 0 && summary["repaired"] == 4)
    #expect(try strays(dir) == ["dog/notes.txt", "stray.png"])
    #expect(try dir.list("pets/dog").allSatisfy { $0.count == 20 })
    try dir.imgds("verify", "pets", "--strict")
  }

  @Test func `sets a changed image aside and says that the one it was is missing`() throws {
    let (dir, id) = try dataset()
    try dir.write("b.png", Pictures.png(4))
    try dir.imgds("add", "pets", "b.png", "--class", "dog")
    try dir.write("pets/cat/" + id + ".png", Pictures.png(9))
    try dir.imgds("verify", "pets", "--repair")
    #expect(try strays(dir) == ["cat/" + id + ".png"])
    #expect(try dir.imgds("list", "pets").lines.count == 1)
  }

  @Test func `cuts garbage out of the catalog and keeps the old one`() throws {
    let (dir, _) = try dataset()
    let sound = try dir.read("pets/.imgds.jsonl")
    let future = Array("{\"type\":\"of the future\",\"x\":1}\n".utf8)
    let garbage = Array("garbage\n\0\0\n{\"type\":\"added\",\"id\":\"../../x\"}\n".utf8)
    try dir.write("pets/.imgds.jsonl", sound + garbage + future)
    try dir.imgds("verify", "pets", status: 1)
    try dir.imgds("verify", "pets", "--repair")
    #expect(try dir.read("pets/.imgds.jsonl") == sound + future)
    #expect(try strays(dir) == ["catalog.jsonl"])
    let output = try dir.imgds("list", "pets")
    #expect(output.lines.count == 1 && output.errors == "")
  }

  @Test func `rebuilds a lost catalog from images under their ids`() throws {
    let (dir, id) = try dataset()
    try dir.remove("pets/.imgds.jsonl")
    try dir.imgds("verify", "pets", "--repair")
    #expect(try dir.imgds("list", "pets").lines == ["pets/cat/" + id + ".png"])
    try dir.imgds("verify", "pets")
  }

  @Test func `makes no dataset of someone's pictures`() throws {
    let (dir, _) = try dataset()
    try dir.remove("pets/.imgds.jsonl")
    try dir.write("pets/cat/holiday.png", Pictures.png(2))
    let before = try dir.contents(below: "pets")
    let output = try dir.imgds("verify", "pets", "--repair", status: 3)
    #expect(output.errors.contains("'cat/holiday.png' lies under no id"))
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `records for its owner an image that was moved with mv`() throws {
    let (dir, id) = try dataset()
    try dir.rename("pets/cat/" + id + ".png", to: "pets/dog/" + id + ".png")
    try dir.command("verify", "pets", "--repair").variable("IMGDS_USER", "bob").run()
    let image = try #require(try dir.imgds("list", "pets", "--json").json("image").first)
    #expect(image["class"] == "dog" && image["by"] != "bob")
  }
}
