import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct MergeClassesTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func merge(
    _ from: ByteString = "cat", _ into: ByteString = "dog", isForced: Bool = false
  ) throws -> [String] {
    var results: [String] = []
    let report = try dataset.mergeClass(from, into: into, by: Requester("ann", isForced: isForced))
    {
      switch $0 {
      case .moved(let place, _):
        #expect(dir.exists(ByteString("pets").appending(place.file)))
        results.append("moved")
      case .refused(let refusal): results.append("refused \(refusal.code.rawValue)")
      }
    }
    return results + report.changes.map { "\($0.action.rawValue) \($0.name.displayed)" }
  }

  @Test func `moves all images and removes the class`() throws {
    for seed in 1...3 { try dataset.adding(Pictures.png(seed), to: "cat") }
    try dataset.adding(Pictures.png(4), to: "dog")
    #expect(try merge() == ["moved", "moved", "moved", "merged dog"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog"])
    #expect(try dataset.listing("class:dog").count == 4)
    let lines = try dataset.lines
    #expect(try merge() == ["unchanged dog"])
    #expect(try dataset.lines == lines)
  }

  @Test func `an empty class just goes`() throws {
    #expect(try merge() == ["merged dog"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog"])
  }

  @Test func `changes nothing while one image is another's, unless forced`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    try dataset.adding(Pictures.png(2), to: "cat", by: "bob")
    let before = try dir.contents(below: "pets")
    #expect(try merge() == ["refused not-yours"])
    #expect(try dir.contents(below: "pets") == before)
    #expect(try merge(isForced: true) == ["moved", "moved", "merged dog"])
    #expect(try dataset.lines.count { $0.displayed.contains(",\"force\":true") } == 1)
  }

  @Test func `keeps one copy of bytes that lie in both classes`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/" + place.fileName, Pictures.png(1))
    #expect(try merge() == ["moved", "merged dog"])
    #expect(try dir.list("pets/dog") == [place.fileName])
    #expect(try dataset.listing("class:dog").count == 1)
  }

  @Test func `changes nothing where other bytes or strays stand in the way`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/" + place.fileName, Pictures.png(2))
    try dir.write("pets/cat/notes.txt", Pictures.png(2))
    let before = try dir.contents(below: "pets")
    #expect(try merge() == ["refused conflict", "refused not-image"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `finishes what a killed run moved and did not record`() throws {
    let places = try (1...2).map { try dataset.adding(Pictures.png($0), to: "cat") }
    try dir.rename(
      ByteString("pets").appending(places[0].file), to: "pets/dog/" + places[0].fileName)
    #expect(try merge() == ["moved", "moved", "merged dog"])
    #expect(try dataset.listing("class:dog").count == 2)
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog"])
  }

  @Test func `finishes what a killed run emptied and did not record`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.rename(ByteString("pets").appending(place.file), to: "pets/dog/" + place.fileName)
    try dir.remove("pets/cat")
    #expect(try merge() == ["moved", "merged dog"])
    #expect(try dataset.listing("class:dog").count == 1)
  }

  @Test(arguments: [("cat", "cat"), ("cat", "x"), ("x", "cat")])
  func `wants two classes that are there`(_ from: String, _ into: String) throws {
    let before = try dir.contents(below: "pets")
    #expect(throws: DatasetError.self) { try merge(ByteString(from), ByteString(into)) }
    #expect(try dir.contents(below: "pets") == before)
  }
}
