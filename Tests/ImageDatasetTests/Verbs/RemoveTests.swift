import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct RemoveTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func remove(
    _ images: ByteString..., by contributor: ByteString = "ann",
    _ more: (inout RemoveOptions) -> Void = { _ in }
  ) throws -> [String] {
    let requests = images.enumerated().map { ImageRequest($0.element, line: $0.offset) }
    var options = RemoveOptions(.named(requests), by: Requester(contributor))
    more(&options)
    var results: [String] = []
    _ = try dataset.remove(options) { result in
      switch result {
      case .removed(let place): results.append("removed \(place.className.displayed)")
      case .labelled(let image):
        results.append(
          "labelled \(image.place.className.displayed) from \(image.from?.displayed ?? "-")")
      case .absent(_, let place): results.append("absent \(place?.className.displayed ?? "-")")
      case .refused(let refusal): results.append("refused \(refusal.code.rawValue)")
      }
    }
    return results
  }

  @Test func `removes an image by its id, a prefix or its path, and records it`() throws {
    let places = try (0..<4).map { try dataset.adding(Pictures.png($0), to: "cat") }
    #expect(
      try remove(
        places[0].id.text, ByteString(places[1].id.text.bytes.prefix(9)), places[2].file)
        == ["removed cat", "removed cat", "removed cat"])
    #expect(try dir.list("pets/cat") == [places[3].fileName])
    #expect(try dataset.listing().map(\.facts.id) == [places[3].id])
    #expect(try dataset.lines.suffix(3).allSatisfy { $0.hasPrefix("{\"type\":\"removed\",") })
  }

  @Test(arguments: [false, true])
  func `a search finds what a killed run recorded and left`(isPurging: Bool) throws {
    let places = try (0..<3).map { try dataset.adding(Pictures.png($0), to: "cat") }
    try dataset.adding(Pictures.png(3), to: "dog")
    _ = try remove(places[0].id.text, places[1].id.text)
    try dir.write(ByteString("pets").appending(places[0].file), Pictures.png(0))
    let query = try SearchQuery(["class:cat"])
    let results = try remove {
      $0.selection = .found(query)
      $0.isPurging = isPurging
    }
    #expect(results == ["removed cat"] + (isPurging ? ["absent cat"] : []) + ["removed cat"])
    #expect(try dir.list("pets/cat").isEmpty)
    #expect(try dir.list("pets/dog").count == 1)
  }

  @Test func `an image that is gone is absent, and nothing is touched`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dataset.adding(Pictures.png(2), to: "cat")
    let prefix = ByteString(place.id.text.bytes.prefix(6))
    #expect(try remove(place.id.text, place.id.text) == ["removed cat", "absent cat"])
    let before = try dir.contents(below: "pets")
    #expect(
      try remove(place.id.text, prefix, place.file, dir.path("pets/cat/") + place.fileName)
        == ["absent cat", "absent cat", "absent cat", "absent cat"])
    #expect(try remove(place.id.text, by: "bob") == ["absent cat"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `a path where an image once lay is absent, and one where it never did is refused`()
    throws
  {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    _ = try dataset.addClasses(["owl", "fox"], contributor: "ann")
    for name in ["owl", "dog"] as [ByteString] {
      var change = LabelOptions.Change()
      change.className = name
      _ = try dataset.label(
        LabelOptions(.named([ImageRequest(place.id.text)]), change, by: Requester("ann"))
      ) { _ in }
    }
    _ = try dataset.renameClass("dog", to: "hound", contributor: "ann")
    let paths = ["cat", "owl", "dog", "fox", "eel"].map {
      ($0 as ByteString).appending(place.fileName)
    }
    let other = ByteString("hound/") + place.id.text + ".jpg"
    let before = try dir.contents(below: "pets")
    let results = try paths.map { try remove($0).joined() }
    #expect(
      results == [
        "absent cat", "absent owl", "absent dog", "refused not-found", "refused not-found",
      ])
    #expect(try remove(other) == ["refused not-found"])
    #expect(try dir.contents(below: "pets") == before)
    #expect(
      try remove(place.id.text, "fox/" + place.fileName, "hound/" + place.fileName)
        == ["removed hound", "refused not-found", "absent hound"])
    #expect(
      try remove("fox/" + place.fileName, "hound/" + place.fileName)
        == ["refused not-found", "absent hound"])
  }

  @Test(arguments: [false, true])
  func `an image that was never recorded is absent the second time, too`(isPurging: Bool) throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write(
      "pets/.imgds.jsonl",
      dataset.lines.filter { !$0.displayed.contains("added") }.flatMap { $0.bytes + [0x0A] })
    #expect(try remove(place.id.text) == ["removed cat"])
    for argument in [place.id.text, place.file] {
      #expect(try remove(argument) { $0.isPurging = isPurging } == ["absent -"])
    }
    let isKnown = try dataset.lines.contains { $0.displayed.contains(place.id.text.displayed) }
    #expect(isKnown != isPurging)
  }

  @Test func `refuses what names nothing, or more than one image`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/" + place.fileName, Pictures.png(1))
    let before = try dir.contents(below: "pets")
    #expect(
      try remove(
        "0000000000000000", "abc", "cats", "../pets", "cat/", "cat/none.png", "/etc/passwd",
        place.id.text)
        == [String](repeating: "refused not-found", count: 7) + ["refused ambiguous"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `removes a copy in another class, and keeps the image`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("pets/dog/" + place.fileName, Pictures.png(1))
    #expect(try remove("dog/" + place.fileName) == ["removed dog"])
    #expect(try dataset.listing().map(\.place) == [place])
    #expect(dir.exists("pets/cat/" + place.fileName))
  }

  @Test func `removes an image that was moved by hand, and leaves nothing missing`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.rename(ByteString("pets").appending(place.file), to: "pets/dog/" + place.fileName)
    #expect(try remove(place.file, place.id.text) == ["absent cat", "removed dog"])
    #expect(try dataset.listing().isEmpty)
  }

  @Test func `records what was removed by hand once it is asked to go`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.remove(ByteString("pets").appending(place.file))
    #expect(try remove(place.id.text) == ["absent cat"])
    #expect(try dataset.listing().isEmpty)
  }

  @Test func `finishes what a killed run recorded and left`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(try remove(place.id.text) == ["removed cat"])
    let lines = try dataset.lines
    try dir.write(ByteString("pets").appending(place.file), Pictures.png(1))
    #expect(try remove(place.id.text) == ["removed cat"])
    #expect(try dir.list("pets/cat") == [])
    #expect(try dataset.lines == lines)
  }

  @Test func `leaves another's image alone unless forced, and says so then`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    #expect(try remove(place.id.text, by: "bob") == ["refused not-yours"])
    #expect(dir.exists(ByteString("pets").appending(place.file)))
    #expect(
      try remove(place.id.text, by: "bob") { $0.requester = Requester("bob", isForced: true) } == [
        "removed cat"
      ])
    #expect(try dataset.lines.last?.hasSuffix(",\"by\":\"bob\",\"force\":true}") == true)
  }

  @Test func `changes nothing in a dry run and says the same`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    let before = try dir.contents(below: "pets")
    for isPurging in [false, true] {
      let results = try remove(place.id.text, place.id.text, "cats") {
        $0.isDryRun = true
        $0.isPurging = isPurging
      }
      #expect(results == ["removed cat", "absent cat", "refused not-found"])
    }
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `removes what a search finds`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    let dog = try dataset.adding(Pictures.png(2), to: "dog")
    try dataset.adding(Pictures.png(3), to: "cat", private: true, by: "bob")
    var summary = RemoveSummary()
    let options = RemoveOptions(.found(try SearchQuery(["class:cat"])), by: Requester("ann"))
    summary = try dataset.remove(options) { _ in }
    #expect(summary.removed == 1 && summary.leftOut == 1 && summary.refused == 0)
    #expect(try dataset.listing().map(\.place) == [dog])
  }

  @Test func `an image that was removed comes back as a new one`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat", by: "bob")
    _ = try remove(place.id.text) { $0.requester = Requester("ann", isForced: true) }
    try dataset.adding(Pictures.png(1), to: "dog")
    let record = try #require(try dataset.listing().first)
    #expect(record.className == "dog" && record.by == "ann" && record.labels.isEmpty)
  }
}
