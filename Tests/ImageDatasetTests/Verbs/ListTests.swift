import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ListTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  @Test func `gives images in the order they were added`() throws {
    let places = try (0..<5).map {
      try dataset.adding(Pictures.png($0), to: $0 % 2 == 0 ? "dog" : "cat")
    }
    #expect(try dataset.listing().map(\.place) == places)
    #expect(try dataset.listing("class:cat").map(\.place) == [places[1], places[3]])
  }

  @Test func `leaves out another's private images and counts them`() throws {
    try dataset.adding(Pictures.png(1), to: "cat", private: true)
    try dataset.adding(Pictures.png(2), to: "cat")
    #expect(try dataset.listing("is:private").count == 1)
    let summary = try dataset.list(SearchQuery(), for: "bob") { #expect($0.visibility == .public) }
    #expect(summary.images == 1)
    #expect(summary.leftOut == 1)
  }

  @Test func `lists every sound record whatever garbage stands between`() throws {
    let first = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.append("pets/.imgds.jsonl", [0, 0, 0xFF, 0x0A, 0x0A] + Array("{\n".utf8))
    let second = try dataset.adding(Pictures.png(2), to: "cat")
    try dir.append("pets/.imgds.jsonl", Array(#"{"type":"added","id":"#.utf8))
    var places: [ImagePlace] = []
    let summary = try dataset.list(SearchQuery(), for: "ann") { places.append($0.place) }
    #expect(places == [first, second])
    #expect(summary.faults.map(\.line) == [5, 6, 7])
  }
}
