import ByteText
import TestKit
import Testing

/// What `mlcroissant` makes of the description is for the interop tests.
struct PackCroissantTests {
  private func field(_ name: ByteString, in file: JSON) -> JSON? {
    file["recordSet"]?.elements.first { $0["@id"] == "images" }?["field"]?.elements
      .first { $0["name"]?.text == name }
  }

  @Test func `a description beside the zip tells its digest, classes and splits`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 5, "日本": 5])
    try dir.imgds("init", "pets", "--exist-ok", "--author", "A {b}", "--license", "CC0-1.0")
    try dir.make("out")
    let report = try dir.imgds(
      "pack", "pets", "--split", "6,2,2", "--croissant", "-o", "out/p.zip", "--json"
    ).object
    #expect(report["files"] == ["out/p.zip", "out/pets_croissant.json"])
    let file = try JSON(parsing: dir.text("out/pets_croissant.json"))
    #expect(file["conformsTo"] == "http://mlcommons.org/croissant/1.1")
    #expect(file["citeAs"] == "@misc{pets, title={pets}, author={A b}}")
    #expect(file["datePublished"] == nil)
    let archive = try #require(file["distribution"]?.elements.first)
    #expect(archive["sha256"] == report["sha256"])
    #expect(archive["contentUrl"] == "p.zip")
    #expect(archive["contentSize"]?.text == ByteString("\(try dir.read("out/p.zip").count) B"))
    let classes = file["recordSet"]?.elements.first?["data"]?.elements
    #expect(classes?.compactMap { $0["classes/name"]?.text } == ["cat", "日本"])
    #expect(
      field("label", in: file)?["source"]?["transform"]?["regex"]
        == "^(?:.*/)?(?:train|val|test)/([^/]+)/[^/]+$")
    #expect(field("split", in: file) != nil)
  }

  @Test func `without splits it has none, and its date is the one given`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 2])
    try dir.command("pack", "pets", "--croissant").variable("SOURCE_DATE_EPOCH", "86400").run()
    let file = try JSON(parsing: dir.text("pets_croissant.json"))
    #expect(file["datePublished"] == "1970-01-02")
    #expect(file["recordSet"]?.elements.compactMap { $0["@id"]?.text } == ["classes", "images"])
    #expect(field("split", in: file) == nil)
    #expect(
      field("label", in: file)?["source"]?["transform"]?["regex"] == "^(?:.*/)?([^/]+)/[^/]+$")
    let output = try dir.imgds("pack", "pets", "--croissant", "-o", "-", status: 2)
    #expect(output.errors.contains("'--croissant' and '--output -' exclude each other"))
  }

  @Test func `each part that is a zip of its own is named`() throws {
    let dir = try Dir()
    try dir.makePets(["cat": 4])
    try dir.imgds("pack", "pets", "--croissant", "--split", "1,1", "--split-files")
    let file = try JSON(parsing: dir.text("pets_croissant.json"))
    let names = file["distribution"]?.elements.compactMap { $0["@id"]?.text }
    #expect(names == ["archive-0", "archive-1", "image-files"])
    #expect(file["distribution"]?.elements[2]["containedIn"]?.elements.count == 2)
  }
}
