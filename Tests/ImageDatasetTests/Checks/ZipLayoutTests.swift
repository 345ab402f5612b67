import ArchiveFormats
import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ZipLayoutTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  /// `folder: name` of every picture, and the names beside the class folders.
  private func layout(_ names: ByteString...) throws -> (pictures: [String], rest: [ByteString]) {
    var writer = ZipWriter()
    var bytes: [UInt8] = []
    for name in names { bytes += writer.beginEntry(name: name, size: 0, crc32: 0) }
    try dir.write("x.zip", bytes + writer.finish())
    let layout = ZipLayout(ZipReader(try FileBytes(dir.path("x.zip"))).entries)
    return (
      layout.pictures.map { "\($0.owner.folder.displayed): \($0.entry.name.displayed)" },
      layout.companions.map(\.name)
    )
  }

  @Test func `finds classes below the top folder`() throws {
    let (pictures, rest) = try layout("p/README.md", "p/dog/2", "p/cat/x/1")
    #expect(pictures == ["cat: p/cat/x/1", "dog: p/dog/2"])
    #expect(rest == ["p/README.md"])
  }

  @Test func `finds classes without a top folder`() throws {
    #expect(try layout("cat/1", "dog/2").pictures == ["cat: cat/1", "dog: dog/2"])
    #expect(try layout("cat/1").pictures == ["cat: cat/1"])
  }

  @Test func `finds splits when every folder is a split word`() throws {
    #expect(
      try layout("p/train/cat/1", "p/val/cat/2", "p/classes.txt").pictures
        == ["train/cat: p/train/cat/1", "val/cat: p/val/cat/2"])
    #expect(
      try layout("train/cat/1", "val/cat/2").pictures == [
        "train/cat: train/cat/1", "val/cat: val/cat/2",
      ])
  }

  @Test func `takes split words for classes where pictures lie in them`() throws {
    #expect(try layout("p/test/1", "p/train/2").pictures == ["test: p/test/1", "train: p/train/2"])
    #expect(
      try layout("p/train/cat/1", "p/dog/2").pictures == ["dog: p/dog/2", "train: p/train/cat/1"])
  }

  @Test func `finds nothing in an empty zip`() throws {
    let (pictures, rest) = try layout()
    #expect(pictures.isEmpty)
    #expect(rest.isEmpty)
  }
}
