import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct LabelTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func label(
    _ images: [ByteString], _ className: ByteString = "dog", by contributor: ByteString = "ann",
    isForced: Bool = false
  ) throws -> [String] {
    var options = LabelOptions(
      requests: images.enumerated().map {
        LabelOptions.Request(image: $0.element, className: className, line: $0.offset)
      }, contributor: contributor)
    options.isForced = isForced
    var results: [String] = []
    _ = try dataset.label(options) { result in
      switch result {
      case .labelled(let place, let from):
        #expect(dir.exists(ByteString("pets").appending(place.file)))
        results.append("\(from.displayed) to \(place.className.displayed)")
      case .unchanged(let place): results.append("unchanged \(place.className.displayed)")
      case .refused(let refusal):
        results.append("refused \(refusal.code.rawValue) \(refusal.line ?? -1)")
      }
    }
    return results
  }

  @Test func `moves an image by its id, a prefix or its path, and records it`() throws {
    let places = try (0..<3).map { try dataset.adding(Pictures.png($0), to: "cat") }
    let arguments = [
      places[0].id.text, ByteString(places[1].id.text.bytes.prefix(9)),
      ByteString("cat/") + places[2].fileName,
    ]
    #expect(try label(arguments) == ["cat to dog", "cat to dog", "cat to dog"])
    #expect(try dir.list("pets/cat") == [])
    #expect(try dataset.listing("class:dog").map(\.facts.id) == places.map(\.id))
    #expect(try label([dir.path("pets/dog/") + places[0].fileName], "cat") == ["dog to cat"])
  }

  @Test func `changes nothing where the class is the same`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "dog")
    let before = try dir.contents(below: "pets")
    #expect(try label([place.id.text]) == ["unchanged dog"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `refuses one and goes on`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/cat/note.png", Pictures.png(2))
    let results = try label([
      "0000000000000000", "abc", "nothing", "cat/none.png", "cat/note.png", "../pets", "cat/",
      place.id.text,
    ])
    #expect(results == (0..<7).map { "refused not-found \($0)" } + ["cat to dog"])
  }

  @Test func `refuses a prefix of several images`() throws {
    let places = try (0..<2).map { try dataset.adding(Pictures.png($0), to: "cat") }
    let names: [ByteString] = ["abcd000000000001.png", "abcd000000000002.png"]
    for (place, name) in zip(places, names) {
      try dir.rename(ByteString("pets").appending(place.file), to: "pets/cat/" + name)
    }
    #expect(try label(["abcd"]) == ["refused ambiguous 0"])
    #expect(try label(["abcd000000000001"]) == ["cat to dog"])
    #expect(try dir.list("pets/cat") == ["abcd000000000002.png"])
  }

  @Test func `refuses an id that lies in two classes`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/" + place.fileName, Pictures.png(1))
    try dir.make("pets/eel")
    #expect(try label([place.id.text], "eel") == ["refused ambiguous 0"])
    #expect(
      try label([ByteString(place.id.text.bytes.prefix(8))], "eel") == ["refused ambiguous 0"])
    #expect(try label([place.file], "dog") == ["refused conflict 0"])
    #expect(try label([place.file], "eel") == ["cat to eel"])
  }

  @Test func `leaves another's image alone unless forced`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(try label([place.id.text], by: "bob") == ["refused not-yours 0"])
    #expect(try label([place.id.text], by: "bob", isForced: true) == ["cat to dog"])
  }

  @Test func `moves nothing when one class does not exist`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    let requests = [
      LabelOptions.Request(image: place.id.text, className: "dog"),
      LabelOptions.Request(image: place.id.text, className: "dogg", line: 3),
    ]
    let error = #expect(throws: DatasetError.self) {
      _ = try dataset.label(LabelOptions(requests: requests, contributor: "ann")) { _ in }
    }
    guard case .usage(let message)? = error else {
      Issue.record("not a usage error")
      return
    }
    #expect(message.contains("line 3"))
    #expect(message.contains("did you mean 'dog'"))
    #expect(dir.exists(ByteString("pets").appending(place.file)))
  }
}
