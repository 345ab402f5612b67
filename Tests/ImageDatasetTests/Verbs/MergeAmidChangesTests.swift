import ByteText
import System
import TestKit
import Testing

@testable import ImageDataset

/// A part that others change while it is merged.
struct MergeAmidChangesTests {
  private let dir: Dir
  private let dataset: Dataset
  private let part: Dataset
  private let places: [ImagePlace]

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("all")
    let part = try dir.dataset("part", ["cat", "dog", "eel"])
    let classes: [ByteString] = ["cat", "cat", "dog"]
    places = try classes.enumerated().map {
      try part.adding(Pictures.png($0.offset), to: $0.element)
    }
    self.part = part
  }

  private func rename(_ old: ByteString, _ name: ByteString) throws {
    _ = try part.renameClass(old, to: name, contributor: "bob")
  }

  /// What there is to take, while something is done after the first so many.
  private func candidates(
    changingAfter count: Int, _ change: () throws -> Void
  ) throws -> [PartCandidate] {
    let candidates = try PartCandidates(part)
    var met: [PartCandidate] = []
    while true {
      if met.count == count { try change() }
      guard let candidate = try candidates.next() else { return met }
      met.append(candidate)
    }
  }

  /// What becomes of candidates, the class and id of those that are images.
  private func staged(_ candidates: [PartCandidate]) -> [String] {
    let stager = PartStager(
      dataset: dataset, part: part, options: MergeOptions([part], contributor: "ann"),
      budget: MemoryBudget.forDecoding(jobs: 1))
    return candidates.map { candidate in
      switch stager.stage(candidate) {
      case .image(let image): image.place.file.displayed
      case .refused(let refusal): "\(refusal.code.rawValue): \(refusal.message)"
      case .failed(let error): "failed: \(error.words)"
      }
    }
  }

  private func files(_ names: [ByteString]) -> [String] {
    zip(names, places).map { $0.appending($1.fileName).displayed }.sorted()
  }

  @Test func `a class that is renamed before it is listed is met under its new name`() throws {
    let met = try candidates(changingAfter: 0) { try rename("cat", "tiger") }
    #expect(staged(met).sorted() == files(["tiger", "tiger", "dog"]))
  }

  @Test(arguments: 1...3)
  func `a class that is renamed after it was listed is taken as it was`(count: Int) throws {
    let met = try candidates(changingAfter: count) { try rename("cat", "tiger") }
    #expect(staged(met).sorted() == files(["cat", "cat", "dog"]))
  }

  @Test(arguments: ["dog", "eel"] as [ByteString])
  func `an image that moves to a class listed later is met once`(className: ByteString) throws {
    let met = try candidates(changingAfter: 2) {
      let file = ByteString("part").appending(places[0].file)
      try dir.rename(file, to: "part/" + className.appending(places[0].fileName))
    }
    #expect(staged(met).sorted() == files(["cat", "cat", "dog"]))
  }

  @Test func `an image that moves to a class listed before is met there`() throws {
    let met = try candidates(changingAfter: 2) {
      let file = ByteString("part").appending(places[2].file)
      try dir.rename(file, to: "part/cat/" + places[2].fileName)
    }
    #expect(staged(met).sorted() == files(["cat", "cat", "cat"]))
  }

  @Test func `an image that is removed is said to be so`() throws {
    let met = try candidates(changingAfter: 3) {
      try dir.remove(ByteString("part").appending(places[2].file))
    }
    #expect(staged(met).last == "not-found: it was removed from 'part' meanwhile")
  }

  @Test func `one that lies in two classes is met twice`() throws {
    try dir.write("part/eel/" + places[0].fileName, Pictures.png(0))
    let met = try candidates(changingAfter: 9) {}
    #expect(met.count == 4)
  }
}
