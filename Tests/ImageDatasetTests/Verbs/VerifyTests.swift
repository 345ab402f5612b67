import ArchiveFormats
import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct VerifyTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog", "eel"])
  }

  private func findings(
    _ name: ByteString = "pets", quick isQuick: Bool = false
  ) throws -> (found: [String], summary: VerifySummary) {
    var options = VerifyOptions(path: dir.path(name))
    options.isQuick = isQuick
    options.jobs = 2
    var found: [String] = []
    let summary = try verify(
      options, progress: { _ in },
      report: { found.append("\($0.code.rawValue) \($0.file.displayed)") })
    return (found.sorted(), summary)
  }

  private func fill() throws -> [ImagePlace] {
    try (0..<9).map { try dataset.adding(Pictures.png($0), to: ["cat", "dog", "eel"][$0 % 3]) }
  }

  @Test func `has nothing to say of a sound dataset`() throws {
    _ = try fill()
    let (found, summary) = try findings()
    #expect(found == [])
    #expect(summary.files == 9)
    #expect(summary.images == 9)
    #expect(summary.classes == 3)
    #expect(try findings(quick: true).found == [])
  }

  @Test func `finds each damage and goes on`() throws {
    let places = try fill()
    func path(_ index: Int) -> ByteString { ByteString("pets").appending(places[index].file) }
    try dir.remove(path(0))
    try dir.write(path(1), Pictures.png(100))
    try dir.write(path(2), Pictures.corrupted(Pictures.png(2)))
    try dir.rename(path(3), to: "pets/dog/" + places[3].fileName)
    try dir.write("pets/eel/" + places[4].fileName, Pictures.png(4))
    try dir.write("pets/cat/other.png", Pictures.png(101))
    try dir.write("pets/cat/text.jpg", Pictures.text)
    try dir.write("pets/cat/gif.gif", Pictures.gif)
    try dir.write("pets/dog/sub/x.png", Pictures.png(102))
    try dir.write("pets/cat/.hidden.png", Pictures.png(103))
    try dir.write("pets/note.txt", text: "x")
    try dir.write("pets/.git/config", text: "x")
    try dir.make("pets/con")
    try dir.makePipe("pets/cat/pipe")
    try dir.link("pets/cat/link.png", to: "text.jpg")
    try dir.append("pets/.imgds.jsonl", Array("garbage\n".utf8))
    let names = places.map(\.file.displayed)
    #expect(
      try findings().found
        == [
          "missing \(names[0])", "changed \(names[1])", "corrupt \(names[2])",
          "changed \(names[2])",
          "unrecorded dog/\(places[3].fileName.displayed)",
          "unrecorded eel/\(places[4].fileName.displayed)", "same-bytes-classes \(names[4])",
          "misnamed cat/other.png", "not-image cat/text.jpg", "unchecked cat/gif.gif",
          "stray dog/sub", "stray cat/.hidden.png", "stray note.txt", "class-name .git",
          "portable-name con", "empty-class con", "stray cat/pipe", "stray cat/link.png",
          "catalog .imgds.jsonl",
        ].sorted())
  }

  @Test func `finds names, strays and what is missing without reading a byte`() throws {
    let places = try fill()
    try dir.remove(ByteString("pets").appending(places[0].file))
    try dir.write(ByteString("pets").appending(places[1].file), [])
    try dir.write("pets/cat/text.jpg", Pictures.text)
    try dir.write("pets/note.txt", text: "x")
    let found = try findings(quick: true).found
    #expect(found.contains("missing \(places[0].file.displayed)"))
    #expect(found.contains("stray note.txt"))
    #expect(found.contains("misnamed cat/text.jpg"))
    #expect(found.contains { $0.hasSuffix(places[1].file.displayed) })
  }

  @Test func `finds what the catalog lacks or has elsewhere without reading a byte`() throws {
    let places = try fill()
    try dir.rename("pets/" + places[3].file, to: "pets/dog/" + places[3].fileName)
    let foreign = ImagePlace(className: "eel", id: ImageID(number: 7), format: .jpeg)
    try dir.write("pets/" + foreign.file, Pictures.jpeg())
    let twin = ImagePlace(className: "dog", id: places[4].id, format: .jpeg)
    try dir.write("pets/" + twin.file, Pictures.jpeg())
    let moved = "dog/" + places[3].fileName
    #expect(
      try findings(quick: true).found
        == [moved, foreign.file, twin.file].map { "unrecorded \($0.displayed)" }.sorted())
  }

  @Test(arguments: [false, true])
  func `misses an image whose file was encoded anew in the other format`(isQuick: Bool) throws {
    let place = try fill()[0]
    let other = ImagePlace(className: "cat", id: place.id, format: .jpeg)
    try dir.remove("pets/" + place.file)
    try dir.write("pets/" + other.file, Pictures.jpeg())
    #expect(try findings(quick: isQuick).found.contains("missing \(place.file.displayed)"))
  }

  @Test(arguments: [false, true])
  func `finds another size by the catalog's line, in whatever form it is written`(
    isSpaced: Bool
  ) throws {
    let places = try fill()
    if isSpaced {
      let text = try dir.text("pets/.imgds.jsonl").displayed
      try dir.write(
        "pets/.imgds.jsonl", Array(text.replacing("\"type\":", with: "\"type\" : ").utf8))
    }
    #expect(try findings(quick: true).found == [])
    for place in [places[4], places[2]] {
      try dir.write(ByteString("pets").appending(place.file), Pictures.png(1) + [0])
    }
    let changed = [places[2], places[4]].map { "changed \($0.file.displayed)" }
    #expect(try findings(quick: true).found == changed.sorted())
  }

  @Test func `notes what loaders see differently`() throws {
    var picture = Pictures.seeded(1, width: 16, height: 16, components: 3)
    picture.extras = [Exif.segment(orientation: 6, hasPlace: true)]
    let turned = try dataset.adding(picture.encoded, to: "cat").file.displayed
    let clear = try dataset.adding(Pictures.png(1, colour: .rgba, depth: 16), to: "dog").file
      .displayed
    _ = try dataset.adding(Pictures.png(1), to: "eel")
    let (found, summary) = try findings()
    #expect(
      found == ["alpha \(clear)", "gps \(turned)", "orientation \(turned)", "sixteen-bit \(clear)"])
    #expect(summary.notes == 4)
    #expect(summary.errors == 0)
  }

  @Test func `finds a picture that is in two splits of a tree`() throws {
    for split in ["train", "val"] as [ByteString] {
      try dir.write("tree/" + split + "/cat/a.png", Pictures.png(1))
    }
    try dir.write("tree/val/dog/b.png", Pictures.png(2))
    let (found, summary) = try findings("tree")
    #expect(found == ["leak train/cat/a.png"])
    #expect(summary.classes == 2)
  }

  @Test func `names a picture of a zip that lies in no class`() throws {
    var writer = ZipWriter()
    var bytes: [UInt8] = []
    for name: ByteString in ["p/cat/1.png", "p/2.png", "p/notes.txt"] {
      let picture = Pictures.png(1)
      bytes += writer.beginEntry(
        name: name, size: UInt64(picture.count), crc32: CRC32.of(picture.span))
      bytes += picture
    }
    try dir.write("y.zip", bytes + writer.finish())
    #expect(try findings("y.zip").found == ["stray p/2.png"])
  }

  @Test func `says which file is no archive, and takes no pipe for one`() throws {
    try dir.write("x.zip", text: "no zip")
    #expect(try findings("x.zip").found == ["bad-archive x.zip"])
    try dir.makePipe("pipe")
    #expect(throws: DatasetError.self) { try findings("pipe") }
  }

  @Test func `verifies what was packed, and sees one byte of it change`() throws {
    let places = try fill()
    let zip = dir.path("x.zip")
    _ = try dataset.pack(PackOptions(output: .file(zip)), progress: { _, _ in })
    let (sound, summary) = try findings("x.zip")
    #expect(sound == [])
    #expect(summary.images == 9)
    var bytes = try dir.read("x.zip")
    let content = Pictures.png(4)
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: content) }.map { $0 + content.count / 2 })
    bytes[place] ^= 1
    try dir.write("x.zip", bytes)
    let found = try findings("x.zip").found
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasSuffix(places[4].file.displayed) })
  }
}
