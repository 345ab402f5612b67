import ByteText
import ImageCodec
import System
import TestKit
import Testing

@testable import ImageDataset

struct SettlingTests {
  private let dir: Dir
  private let dataset: Dataset
  private let place: ImagePlace

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog"])
    place = try dataset.adding(Pictures.png(1), to: "cat")
  }

  private func met(_ subject: DatasetSubject) throws -> Picture {
    try #require(try subject.next { _ in })
  }

  private func examined(_ picture: Picture) -> ExaminedPicture {
    PictureExaminer(depth: [], maxPixels: 1 << 20, budget: .forDecoding(jobs: 1)).examine(picture)
  }

  @Test func `reads a picture where it was moved to`() throws {
    let subject = DatasetSubject(dataset)
    let picture = try met(subject)
    try dir.rename("pets/cat/" + place.fileName, to: "pets/dog/" + place.fileName)
    let gone = examined(picture)
    #expect(gone.isGone)
    let settled = try #require(subject.settled(gone, examined))
    #expect(settled.picture.file == "dog/" + place.fileName)
    #expect(settled.picture.className == "dog" && settled.facts?.id == place.id)
    #expect(try subject.next { _ in } == nil)
  }

  @Test func `reads a picture again that was away for a moment`() throws {
    let subject = DatasetSubject(dataset)
    let picture = try met(subject)
    try dir.rename("pets/cat", to: "pets/kat")
    let gone = examined(picture)
    try dir.rename("pets/kat", to: "pets/cat")
    let settled = try #require(subject.settled(gone, examined))
    #expect(settled.picture.file == place.file && settled.facts?.id == place.id)
  }

  @Test func `leaves a picture to whoever met it where it is now`() throws {
    let subject = DatasetSubject(dataset)
    let first = try met(subject)
    try dir.rename("pets/cat", to: "pets/kat")
    let second = try met(subject)
    let gone = examined(first)
    #expect(subject.settled(gone, examined) == nil)
    #expect(examined(second).facts?.id == place.id)
    #expect(!subject.isRepeat(second))
  }

  @Test func `says nothing of a picture that was removed`() throws {
    let subject = DatasetSubject(dataset)
    let picture = try met(subject)
    try dir.remove("pets/" + place.file)
    #expect(subject.settled(examined(picture), examined) == nil)
  }

  @Test(arguments: [false, true])
  func `ends as at rest while a class is renamed again and again`(isRepair: Bool) throws {
    for seed in 2..<80 { _ = try dataset.adding(Pictures.png(seed), to: seed < 60 ? "cat" : "dog") }
    var options = VerifyOptions(path: dir.path("pets"))
    options.jobs = 2
    var names: (now: ByteString, next: ByteString) = ("cat", "kat")
    func rename(_: VerifyProgress) {
      do {
        _ = try dataset.renameClass(names.now, to: names.next, contributor: "ann")
        names = (names.next, names.now)
      } catch {
        Issue.record(error)
      }
    }
    var found: [Finding] = []
    let summary =
      isRepair
      ? try repair(options, contributor: "ann", progress: rename) { found.append($0) }
      : try verify(options, progress: rename) { found.append($0) }
    #expect(found.map(\.line) == [])
    #expect(summary.files == 79 && summary.images == 79 && summary.classes == 2)
  }
}

extension Finding {
  fileprivate var line: String { "\(code.rawValue) \(file.displayed): \(message)" }
}
