import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct AddMovingTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func words(_ names: [ByteString], to className: ByteString = "cat") throws -> [String] {
    var options = dir.options(names, .className(className))
    options.movesSources = true
    return try dataset.adding(options).results.map(\.words)
  }

  @Test func `takes sources away once they are in, duplicates too`() throws {
    try dir.write("a", Pictures.png(1))
    try dir.write("b", Pictures.png(1))
    #expect(try words(["a", "b"]) == ["added cat", "duplicate cat"])
    #expect(!dir.exists("a"))
    #expect(!dir.exists("b"))
    #expect(try dir.list("pets/cat").count == 1)
  }

  @Test func `leaves what is refused`() throws {
    try dataset.adding(Pictures.png(2), to: "dog")
    try dir.write("in/a", Pictures.text)
    try dir.write("in/b", Pictures.png(2))
    #expect(try words(["in"]) == ["refused not-image", "refused conflict"])
    #expect(try dir.list("in") == ["a", "b"])
  }

  @Test func `takes a link away and leaves what it leads to`() throws {
    try dir.write("a", Pictures.png(1))
    try dir.link("link", to: "a")
    #expect(try words(["link"]) == ["added cat"])
    #expect(!dir.exists("link"))
    #expect(try dir.read("a") == Pictures.png(1))
  }

  @Test func `takes nothing away inside the dataset`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/other name", Pictures.png(2))
    #expect(try words([ByteString("pets").appending(place.file)]) == ["duplicate cat"])
    #expect(try words(["pets/dog/other name"]) == ["added cat"])
    #expect(dir.exists(ByteString("pets").appending(place.file)))
    #expect(dir.exists("pets/dog/other name"))
    try dir.link("way", to: "pets")
    #expect(try words([ByteString("way").appending(place.file)]) == ["duplicate cat"])
    #expect(dir.exists(ByteString("pets").appending(place.file)))
  }

  @Test func `takes away beside a dataset whose name is the front of another's`() throws {
    try dir.write("pets2/a", Pictures.png(1))
    #expect(try words(["pets2"]) == ["added cat"])
    #expect(try dir.list("pets2") == [])
  }
}
