import ByteText
import TestKit
import Testing

struct PackPixelTests {
  /// A dataset with a large JPEG that is to be turned, a small PNG, and texts in both.
  private func makePets(_ dir: Dir) throws {
    var jpeg = Pictures.seeded(1, width: 96, height: 64, components: 3)
    jpeg.extras = [Exif.segment(orientation: 6, hasPlace: true), .init(0xFE, Array("secret".utf8))]
    try dir.write("in/cat/a.jpg", jpeg.encoded)
    try dir.write("in/cat/b.png", Pictures.png(2, width: 12, height: 12))
    try dir.write("in/dog/c.jpg", Pictures.jpeg(3, width: 24, height: 24))
    try dir.imgds("init", "pets")
    try dir.imgds("add", "pets", "in", "--by-folder", "--quiet")
  }

  private func lines(_ dir: Dir, _ words: ByteString...) throws -> [ByteString: JSON] {
    try dir.command(["pack", "pets", "-o", "p.zip"] + words).run()
    let zip = try PackedZip("p.zip", in: dir)
    try zip.checkSums()
    let lines = try zip.lines("pets/metadata.jsonl")
    #expect(try dir.imgds("verify", "p.zip", status: nil).status != 3)
    for line in lines {
      let content = try zip.content("pets/" + (line["file_name"]?.text ?? ""))
      #expect(line["file_name"]?.text?.stem == line["id"]?.text)
      #expect(!ByteString(content).displayed.contains("secret") || line["encoding"] == "original")
    }
    let names = try dir.imgds("list", "pets", "--json").json("image")
      .map { ($0["id"]?.text, $0["source"]?.text?.lastComponent) }
    return Dictionary(
      lines.map { line in (names.first { $0.0 == line["id"]?.text }?.1 ?? "", line) }
    ) { first, _ in first }
  }

  private func size(_ line: JSON?) -> [Int?] { [line?["width"]?.int, line?["height"]?.int] }

  @Test func `a box holds every picture, and the metadata say what was done`() throws {
    let dir = try Dir()
    try makePets(dir)
    let lines = try lines(dir, "--resize", "24x24")
    #expect(size(lines["a.jpg"]) == [24, 16] && size(lines["b.png"]) == [24, 24])
    #expect(lines["a.jpg"]?["encoding"] == "jpeg 92" && lines["a.jpg"]?["orientation"] == 6)
    #expect(lines["b.png"]?["encoding"] == "png" && lines["b.png"]?["mode"] == "rgb8")
    #expect(lines["c.jpg"]?["encoding"] == "original")
    #expect(lines["c.jpg"]?["sha256"]?.text?.hasPrefix(lines["c.jpg"]?["id"]?.text ?? "x") == true)
  }

  @Test func `upright pictures are turned before they are fitted`() throws {
    let dir = try Dir()
    try makePets(dir)
    let turned = try lines(dir, "--upright", "--quality", "80")
    #expect(size(turned["a.jpg"]) == [64, 96] && turned["a.jpg"]?["orientation"] == 1)
    #expect(turned["a.jpg"]?["encoding"] == "jpeg 80")
    #expect(turned["b.png"]?["encoding"] == "original")
    let fitted = try lines(dir, "--upright", "--resize", "30x20", "--fit", "contain")
    #expect(size(fitted["a.jpg"]) == [13, 20])
    let covered = try lines(dir, "--upright", "--resize", "30x20", "--fit", "cover")
    #expect(size(covered["a.jpg"]) == [30, 20] && size(covered["c.jpg"]) == [30, 20])
    let stretched = try lines(dir, "--resize", "7x9", "--fit", "stretch")
    #expect(size(stretched["a.jpg"]) == [7, 9])
  }

  @Test func `stripping takes metadata and leaves pixels`() throws {
    let dir = try Dir()
    try makePets(dir)
    let lines = try lines(dir, "--strip")
    #expect(lines["a.jpg"]?["encoding"] == "stripped" && lines["a.jpg"]?["orientation"] == 6)
    #expect(size(lines["a.jpg"]) == [96, 64])
    #expect(lines["b.png"]?["encoding"] == "original")
    let notes = try dir.imgds("verify", "p.zip", "--json", status: nil).json("finding")
    #expect(!notes.contains { $0["code"] == "gps" })
  }

  @Test func `the same bytes come out whatever the jobs and the way out`() throws {
    let dir = try Dir()
    try makePets(dir)
    let words: [ByteString] = [
      "pack", "pets", "--resize", "10x10", "--fit", "cover", "--split", "1,1",
    ]
    try dir.command(words + ["-o", "a.zip", "--jobs", "1"]).run()
    try dir.command(words + ["-o", "b.zip", "--jobs", "4"]).run()
    let piped = try dir.command(words + ["-o", "-", "--quiet"]).run()
    #expect(try dir.read("a.zip") == dir.read("b.zip"))
    #expect(try dir.read("a.zip") == piped.stdout.bytes)
    #expect(try dir.list() == ["a.zip", "b.zip", "in", "pets"])
  }

  @Test func `shards hold treated pictures too`() throws {
    let dir = try Dir()
    try makePets(dir)
    try dir.imgds("pack", "pets", "--format", "webdataset", "--resize", "8x8", "-o", "out")
    #expect(try dir.list("out").count == 3)
    try dir.shell("tar xOf out/pets-jpg-train-000000.tar --wildcards '*.json' | grep -q 'jpeg 92'")
  }

  @Test(
    arguments: [
      (["--fit", "cover"], "'--fit' does nothing without '--resize'"),
      (["--quality", "80"], "'--quality' does nothing without '--resize' or '--upright'"),
      (["--quality", "80", "--strip"], "'--quality' does nothing without"),
      (["--resize", "256"], "takes a width and a height up to 30000, as 256x256"),
      (["--resize", "0x9"], "takes a width and a height"),
      (["--resize", "9x9", "--fit", "crop"], "is one of contain, cover, stretch"),
    ] as [([ByteString], String)])
  func `options that do nothing are refused`(words: [ByteString], message: String) throws {
    let dir = try Dir()
    try makePets(dir)
    let output = try dir.command(["pack", "pets"] + words).run(status: 2)
    #expect(output.errors.contains(message))
  }
}
