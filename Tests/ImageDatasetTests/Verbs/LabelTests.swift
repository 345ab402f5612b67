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
    _ images: [ByteString], _ className: ByteString? = "dog", by contributor: ByteString = "ann",
    isForced: Bool = false, _ more: (inout LabelOptions.Change) -> Void = { _ in }
  ) throws -> [String] {
    var change = LabelOptions.Change()
    change.className = className
    more(&change)
    let requests = images.enumerated().map { ImageRequest($0.element, line: $0.offset) }
    return try label(.named(requests), change, by: contributor, isForced: isForced)
  }

  private func label(
    _ selection: ImageSelection, _ change: LabelOptions.Change, by contributor: ByteString = "ann",
    isForced: Bool = false
  ) throws -> [String] {
    let options = LabelOptions(
      selection, change, by: Requester(contributor, isForced: isForced))
    var results: [String] = []
    _ = try dataset.label(options) { result in
      switch result {
      case .labelled(let image):
        #expect(dir.exists(ByteString("pets").appending(image.place.file)))
        let from = image.from.map { "\($0.displayed) to " } ?? "in "
        results.append("\(from)\(image.place.className.displayed)")
      case .unchanged(let image):
        results.append("unchanged \(image.place.className.displayed)")
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

  @Test func `refuses a class that was renamed meanwhile`() throws {
    let places = try (0..<2).map {
      try dataset.adding(Pictures.png($0), to: $0 == 0 ? "dog" : "cat")
    }
    // Asked for often enough that the other comes in a second part, under another lock.
    let ids = Array(repeating: places[0].id.text, count: 1_024) + [places[1].id.text]
    var change = LabelOptions.Change()
    change.className = "dog"
    let options = LabelOptions(
      .named(ids.map { ImageRequest($0, line: nil) }), change, by: Requester("ann", isForced: false)
    )
    var refusals: [Refusal] = []
    let summary = try dataset.label(options) { result in
      if case .refused(let refusal) = result { refusals.append(refusal) }
      if dir.exists("pets/dog") {
        _ = try dataset.renameClass("dog", to: "tiger", contributor: "ann")
      }
    }
    #expect(summary.refused == 1 && refusals.map(\.code) == [.noClass])
    #expect(refusals.first?.message.contains("'dog' was removed meanwhile") == true)
    #expect(dir.exists(ByteString("pets").appending(places[1].file)))
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
    let table = "id,label\n\(place.id.text.displayed),dog\n\(place.id.text.displayed),dogg\n"
    var options = LabelOptions(.named([]), LabelOptions.Change(), by: Requester("ann"))
    options.table = try LabelTable(
      Array(table.utf8), path: "t.csv", fileColumns: ["id"], labelColumn: "label")
    let error = #expect(throws: DatasetError.self) { _ = try dataset.label(options) { _ in } }
    guard case .usage(let message)? = error else {
      Issue.record("not a usage error")
      return
    }
    #expect(message.contains("line 3"))
    #expect(message.contains("did you mean 'dog'"))
    #expect(dir.exists(ByteString("pets").appending(place.file)))
  }

  @Test func `gives and drops extra labels, each once and sorted`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(
      try label([place.id.text], nil) { $0.also = ["small", "ginger", "small"] } == ["in cat"])
    #expect(try dataset.listing().first?.labels == ["ginger", "small"])
    #expect(try label([place.id.text], nil) { $0.also = ["small"] } == ["unchanged cat"])
    #expect(
      try label([place.id.text], "dog") {
        $0.also = ["old"]
        $0.drop = ["small", "never"]
      } == ["cat to dog"])
    #expect(try dataset.listing().first?.labels == ["ginger", "old"])
    #expect(try label([place.id.text], nil) { $0.drop = ["ginger", "old"] } == ["in dog"])
    #expect(try dataset.listing().first?.labels == [])
    #expect(try dataset.lines.count == 3 + 1 + 3)
  }

  @Test func `describes an image, and takes the description away`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(try label([place.id.text], nil) { $0.description = "on a\nsofa" } == ["in cat"])
    #expect(try dataset.listing().first?.description == "on a\nsofa")
    #expect(try label([place.id.text], nil) { $0.description = "" } == ["in cat"])
    #expect(try dataset.listing().first?.description == nil)
    #expect(try label([place.id.text], nil) { $0.description = "" } == ["unchanged cat"])
  }

  @Test func `hides an image and shows it again`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    let file = ByteString("pets").appending(place.file)
    #expect(try label([place.id.text], nil) { $0.visibility = .private } == ["in cat"])
    #expect(try dir.mode(file) == 0o600)
    #expect(try dataset.listing("is:private").count == 1)
    #expect(try label([place.id.text], nil) { $0.visibility = .private } == ["unchanged cat"])
    #expect(try label([place.id.text], nil) { $0.visibility = .public } == ["in cat"])
    #expect(try dir.mode(file) == 0o644)
    #expect(try dataset.listing("is:private").isEmpty)
    #expect(try label([place.id.text], nil) { $0.visibility = .public } == ["unchanged cat"])
  }

  @Test func `finishes hiding where a killed run only recorded it`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat", private: true)
    let file = ByteString("pets").appending(place.file)
    try dir.setMode(file, 0o644)
    let lines = try dataset.lines
    #expect(try label([place.id.text], nil) { $0.visibility = .private } == ["in cat"])
    #expect(try dir.mode(file) == 0o600)
    #expect(try dataset.lines == lines)
  }

  @Test func `leaves another name of the same file as it is`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    let file = ByteString("pets").appending(place.file)
    try dir.run("ln", file, "copy.png")
    let mode = try dir.mode("copy.png")
    #expect(try label([place.id.text], "dog") { $0.visibility = .private } == ["cat to dog"])
    #expect(try dir.mode("copy.png") == mode)
    #expect(try dir.mode("pets/dog/" + place.fileName) == 0o600)
    #expect(try dir.read("copy.png") == dir.read("pets/dog/" + place.fileName))
  }

  @Test func `changes what a search finds, private images of others left out`() throws {
    let mine = try dataset.adding(Pictures.png(1), to: "cat")
    try dataset.adding(Pictures.png(2), to: "dog")
    try dataset.adding(Pictures.png(3), to: "cat", private: true, by: "bob")
    try dataset.adding(Pictures.png(4), to: "cat", by: "bob")
    var change = LabelOptions.Change()
    change.also = ["seen"]
    let found = ImageSelection.found(try SearchQuery(["class:cat"]))
    #expect(try label(found, change) == ["in cat", "refused not-yours -1"])
    #expect(try dataset.listing().filter { $0.labels == ["seen"] }.map(\.place) == [mine])
    #expect(try label(found, change, isForced: true) == ["unchanged cat", "in cat", "in cat"])
  }

  @Test func `says in the catalog what was forced`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(
      try label([place.id.text], by: "bob", isForced: true) { $0.description = "x" }
        == ["cat to dog"])
    #expect(try dataset.lines.suffix(2).allSatisfy { $0.hasSuffix(",\"force\":true}") })
    #expect(try label([place.id.text], "cat", isForced: true) == ["dog to cat"])
    #expect(try dataset.lines.last?.hasSuffix(",\"force\":true}") == false)
  }

  @Test func `notes nothing of an image that the catalog lacks`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/cat/00112233445566ff.png", Pictures.png(2))
    let lines = try dataset.lines
    #expect(
      try label(["00112233445566ff", place.id.text], nil) { $0.also = ["x"] }
        == ["refused not-found 0", "in cat"])
    #expect(try dataset.lines.count == lines.count + 1)
  }
}
