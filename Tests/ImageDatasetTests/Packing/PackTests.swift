import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct PackTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  private func pack(_ dataset: Dataset, _ name: ByteString = "out.zip") throws -> PackReport {
    var options = PackOptions(output: .file(dir.path(name)))
    options.jobs = 2
    return try dataset.pack(options, progress: { _, _ in })
  }

  @Test func `gives the same bytes whoever added the images in whatever order`() throws {
    let pictures = (0..<12).map { Pictures.png($0) } + (0..<5).map { Pictures.jpeg($0) }
    let one = try dir.dataset("a/pets", ["cat", "dog", "empty"])
    for (number, bytes) in pictures.enumerated() {
      try one.adding(bytes, to: number % 3 == 0 ? "cat" : "dog")
    }
    let two = try dir.dataset("b/pets", ["dog", "cat"])
    for (number, bytes) in pictures.enumerated().reversed() {
      let place = try two.adding(bytes, to: number % 3 == 0 ? "cat" : "dog", by: "bob")
      try dir.setMode(ByteString("b/pets").appending(place.file), number % 2 == 0 ? 0o600 : 0o755)
    }
    let first = try pack(one, "1.zip")
    let second = try pack(two, "2.zip")
    #expect(first.sha256 == second.sha256)
    #expect(try dir.read("1.zip") == dir.read("2.zip"))
    #expect(first.images == 17)
    #expect(first.classes == 2)
    #expect(first.bytes == (try dir.read("1.zip").count))
  }

  @Test func `leaves private images and strays out, and counts them`() throws {
    let dataset = try dir.dataset()
    try dataset.adding(Pictures.png(1), to: "cat")
    try dataset.adding(Pictures.png(2), to: "cat", private: true)
    try dir.write("pets/notes.txt", text: "x")
    try dir.write("pets/dog/0.png", Pictures.png(3))
    let report = try pack(dataset)
    #expect(report.images == 1)
    #expect(report.privateImages == 1)
    #expect(report.leftOut == 3)
    #expect(report.strays == ["notes.txt", "dog/0.png"])
  }

  @Test func `packs what lies in the tree, recorded or not, in the class it lies in`() throws {
    let dataset = try dir.dataset()
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.rename(
      ByteString("pets").appending(place.file), to: ByteString("pets/dog/") + place.fileName)
    let other = try dir.dataset("b/pets")
    try other.adding(Pictures.png(1), to: "dog")
    #expect(try pack(dataset, "1.zip").sha256 == (try pack(other, "2.zip").sha256))
    try dir.write("pets/.imgds.jsonl", text: "")
    #expect(try pack(dataset, "3.zip").sha256 == (try pack(other, "2.zip").sha256))
  }

  @Test func `writes no archive of an image that changed or is missing, and keeps the old one`()
    throws
  {
    let dataset = try dir.dataset()
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    let gone = try dataset.adding(Pictures.png(2), to: "dog")
    #expect(try pack(dataset).faults.isEmpty)
    let before = try dir.read("out.zip")
    try dir.write(ByteString("pets").appending(place.file), Pictures.png(3))
    let changed = try pack(dataset)
    #expect(
      changed.faults.map { "\($0.code) \($0.file.displayed)" } == [
        "changed \(place.file.displayed)"
      ])
    try dir.remove(ByteString("pets").appending(gone.file))
    let both = try pack(dataset)
    #expect(both.faults.contains { $0.code == .missing && $0.file == gone.file })
    #expect(try dir.read("out.zip") == before)
    #expect(try dir.list() == ["out.zip", "pets"])
  }

  @Test func `refuses an output inside the dataset, by whatever way`() throws {
    let dataset = try dir.dataset()
    try dataset.adding(Pictures.png(1), to: "cat")
    try dir.link("way", to: "pets/cat")
    for output in ["pets/o.zip", "pets/cat/o.zip", "way/o.zip"] as [ByteString] {
      #expect(throws: DatasetError.self) { try pack(dataset, output) }
    }
    #expect(try dir.files(below: "pets").count == 2)
    try dir.make("pets2")
    #expect(try pack(dataset, "pets2/o.zip").faults.isEmpty)
  }

  @Test func `replaces nothing but a file`() throws {
    let dataset = try dir.dataset()
    try dataset.adding(Pictures.png(1), to: "cat")
    try dir.makePipe("pipe")
    try dir.write("old.zip", text: "old")
    try dir.link("link", to: "old.zip")
    try dir.link("dangling", to: "none")
    try dir.make("folder")
    for output in ["pipe", "link", "dangling", "folder", ".", ""] as [ByteString] {
      #expect(throws: DatasetError.self) {
        try dataset.pack(
          PackOptions(output: .file(output.isEmpty ? "" : dir.path(output))), progress: { _, _ in })
      }
    }
    #expect(try dir.list() == ["dangling", "folder", "link", "old.zip", "pets", "pipe"])
    #expect(try dir.text("old.zip") == "old")
    #expect(try pack(dataset, "old.zip").faults.isEmpty)
  }

  @Test func `writes no archive of nothing`() throws {
    #expect(try !pack(dir.dataset()).faults.isEmpty)
    #expect(!dir.exists("out.zip"))
  }

  @Test func `packs a picture that is too large to be held`() throws {
    let dataset = try dir.dataset()
    let large = Pictures.png(1, width: 1_000, height: 800)
    #expect(large.count > 2 << 20)
    let place = try dataset.adding(large, to: "cat")
    #expect(try pack(dataset).faults.isEmpty)
    try dir.run("unzip", "-q", "out.zip", "-d", "x")
    #expect(try dir.read(ByteString("x/pets").appending(place.file)) == large)
  }
}
