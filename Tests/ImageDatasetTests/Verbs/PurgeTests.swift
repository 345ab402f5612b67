import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct PurgeTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func purge(
    _ images: ByteString..., by contributor: ByteString = "ann", isForced: Bool = false
  ) throws -> RemoveSummary {
    var options = RemoveOptions(
      .named(images.map { ImageRequest($0) }), by: Requester(contributor, isForced: isForced))
    options.isPurging = true
    return try dataset.remove(options) { _ in }
  }

  @Test func `leaves of an image only that one was purged, by whom and when`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat", by: "bob")
    let other = try dataset.adding(Pictures.png(2), to: "cat")
    var change = LabelOptions.Change()
    change.className = "dog"
    change.also = ["x"]
    change.description = "y"
    change.visibility = .private
    let label = LabelOptions(
      .named([ImageRequest(place.id.text)]), change, by: Requester("ann", isForced: true))
    _ = try dataset.label(label) { _ in }
    try dir.append(
      "pets/.imgds.jsonl",
      Array("{\"type\":\"future\",\"id\":\"\(place.id.text.displayed)\"}\ngarbage\n".utf8))
    let kept = try dataset.lines.filter { !$0.displayed.contains(place.id.text.displayed) }
    try dir.setMode("pets/.imgds.jsonl", 0o640)

    #expect(try purge(place.id.text, isForced: true).removed == 1)
    let lines = try dataset.lines
    #expect(Array(lines.dropLast()) == kept)
    let trace = try JSON(parsing: lines.last ?? "")
    #expect(trace["type"] == "purged" && trace["by"] == "ann" && trace["time"] != nil)
    #expect(!lines.contains { $0.displayed.contains(place.id.text.displayed) })
    #expect(!lines.contains { $0.displayed.contains("bob") })
    #expect(try dir.mode("pets/.imgds.jsonl") == 0o640)
    #expect(try dataset.listing().map(\.place) == [other])
    #expect(try dir.files(below: "pets") == [".imgds.jsonl", other.file])
  }

  @Test func `purges what was removed before`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    _ = try dataset.remove(
      RemoveOptions(.named([ImageRequest(place.id.text)]), by: Requester("ann"))
    ) { _ in }
    #expect(try purge(place.id.text, by: "bob").refused == 1)
    #expect(try purge(ByteString(place.id.text.bytes.prefix(5))).absent == 1)
    #expect(try dataset.lines.count == 4)
    let before = try dataset.lines
    #expect(try purge(place.id.text).absent == 1)
    #expect(try purge("00112233", place.file).absent == 2)
    #expect(try dataset.lines == before)
  }

  @Test func `a class forgets a reference that was purged, and nothing else`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    var facts = ClassFacts()
    facts["legs"] = "4"
    facts.reference = place.id
    try dir.append(
      "pets/.imgds.jsonl", Samples.line(.classDescribed("cat", facts)).bytes + [0x0A])
    _ = try purge(place.id.text)
    let index = try CatalogIndex(CatalogFile(dataset.catalogPath))
    #expect(index.classFacts["cat"]?.facts == facts.facts)
    #expect(index.classFacts["cat"]?.reference == nil)
    #expect(!(try dir.text("pets/.imgds.jsonl").displayed.contains(place.id.text.displayed)))
  }
}
