import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct AddStrictlyTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func options(_ names: [ByteString], to className: ByteString = "cat") -> AddOptions {
    var options = dir.options(names, .className(className))
    options.isStrict = true
    return options
  }

  @Test func `takes all when none is refused`() throws {
    for number in 0..<20 {
      try dir.write("in/" + ByteString(String(number)), Pictures.png(number))
    }
    let (results, summary) = try dataset.adding(options(["in"]))
    #expect(results.map(\.words) == [String](repeating: "added cat", count: 20))
    #expect(summary.added == 20)
    #expect(try dir.list("pets/cat").count == 20)
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
  }

  @Test func `takes none when one is refused, and says of each why`() throws {
    try dir.write("in/a", Pictures.png(1))
    try dir.write("in/b", Pictures.text)
    try dir.write("in/c", Pictures.png(2))
    let before = try dir.contents(below: "pets")
    var options = options(["in"])
    options.movesSources = true
    let (results, summary) = try dataset.adding(options)
    #expect(results.map(\.words) == ["refused strict", "refused not-image", "refused strict"])
    #expect(summary.refused == 3)
    #expect(try dir.contents(below: "pets") == before)
    #expect(try dir.list("in") == ["a", "b", "c"])
  }

  @Test func `counts a conflict among its own inputs`() throws {
    try dir.write("in/eel/a", Pictures.png(1))
    try dir.write("in/fox/a", Pictures.png(1))
    var options = dir.options(["in"], .folders)
    options.isStrict = true
    options.createsClasses = true
    #expect(
      try dataset.adding(options).results.map(\.words) == ["refused strict", "refused conflict"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
  }

  @Test func `takes duplicates among its own inputs`() throws {
    try dir.write("in/a", Pictures.png(1))
    try dir.write("in/b", Pictures.png(1))
    #expect(
      try dataset.adding(options(["in"])).results.map(\.words) == ["added cat", "duplicate cat"])
  }

  @Test func `says the same in a dry run`() throws {
    try dir.write("in/a", Pictures.png(1))
    try dir.write("in/b", Pictures.text)
    var options = options(["in"])
    options.isDryRun = true
    #expect(
      try dataset.adding(options).results.map(\.words) == ["refused strict", "refused not-image"])
  }
}
