import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// What `remove --where` and `label --where` find in a tree that others changed by hand.
struct SearchedChangeTests {
  private let dir: Dir
  private let dataset: Dataset
  /// Two cats and a dog.
  private let places: [ImagePlace]

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog", "keep"])
    let dataset = dataset
    places = try (0..<3).map {
      try dataset.adding(Pictures.png($0), to: $0 < 2 ? "cat" : "dog")
    }
  }

  private func mv(_ place: ImagePlace, to className: ByteString) throws {
    try dir.rename(
      ByteString("pets").appending(place.file),
      to: ByteString("pets").appending(className).appending(place.fileName))
  }

  private func remove(
    _ term: ByteString, _ more: (inout RemoveOptions) -> Void = { _ in }
  ) throws -> [String] {
    var options = RemoveOptions(.found(try SearchQuery([term])), by: Requester("ann"))
    more(&options)
    var results: [String] = []
    _ = try dataset.remove(options) { result in
      switch result {
      case .removed(let place): results.append("removed \(place.file.displayed)")
      case .labelled(let image): results.append("labelled \(image.place.file.displayed)")
      case .absent(_, let place): results.append("absent \(place?.file.displayed ?? "-")")
      case .refused(let refusal): results.append("refused \(refusal.code.rawValue)")
      }
    }
    return results
  }

  private func label(_ term: ByteString, _ className: ByteString) throws -> [String] {
    var change = LabelOptions.Change()
    change.className = className
    let options = LabelOptions(.found(try SearchQuery([term])), change, by: Requester("ann"))
    var results: [String] = []
    _ = try dataset.label(options) { result in
      switch result {
      case .labelled(let image): results.append("labelled \(image.place.file.displayed)")
      case .unchanged(let image): results.append("unchanged \(image.place.file.displayed)")
      case .refused(let refusal): results.append("refused \(refusal.code.rawValue)")
      }
    }
    return results
  }

  private func file(_ place: ImagePlace, in className: ByteString) -> String {
    className.appending(place.fileName).displayed
  }

  @Test func `what was moved to another folder is found there alone`() throws {
    try mv(places[0], to: "keep")
    #expect(
      try remove("class:cat") { $0.isDryRun = true } == ["removed \(places[1].file.displayed)"])
    #expect(try remove("class:cat") == ["removed \(places[1].file.displayed)"])
    #expect(try dir.list("pets/keep") == [places[0].fileName])
    #expect(try remove("class:keep") == ["removed \(file(places[0], in: "keep"))"])
    #expect(try dataset.listing().map(\.place) == [places[2]])
  }

  @Test func `a class that was renamed by hand is found by its new name alone`() throws {
    try dir.rename("pets/cat", to: "pets/tom")
    #expect(try remove("class:cat").isEmpty)
    #expect(try label("class:cat", "dog").isEmpty)
    #expect(try dir.list("pets/tom").count == 2)
    #expect(try label("class:tom", "dog").count == 2)
    #expect(try dir.list("pets/dog").count == 3)
  }

  @Test func `label leaves what was moved to another class`() throws {
    try mv(places[0], to: "keep")
    #expect(try label("class:cat", "dog") == ["labelled \(file(places[1], in: "dog"))"])
    #expect(try label("class:keep", "cat") == ["labelled \(places[0].file.displayed)"])
    #expect(try dataset.listing("class:cat").map(\.place) == [places[0]])
  }

  @Test func `an image in two classes is found in each`() throws {
    try dir.write("pets/keep/" + places[0].fileName, Pictures.png(0))
    #expect(try remove("class:keep") == ["removed \(file(places[0], in: "keep"))"])
    #expect(try dataset.listing("class:cat").count == 2)
    try dir.write("pets/keep/" + places[0].fileName, Pictures.png(0))
    #expect(try remove("class:cat,class:keep").count == 3)
    #expect(try dir.list("pets/keep").isEmpty && dir.list("pets/cat").isEmpty)
  }

  @Test func `an image that lies nowhere is absent, and nothing to label`() throws {
    try dir.remove(ByteString("pets").appending(places[0].file))
    #expect(try label("class:cat", "keep") == ["labelled \(file(places[1], in: "keep"))"])
    #expect(try remove("class:cat") == ["absent \(places[0].file.displayed)"])
    #expect(try dataset.listing("class:cat").isEmpty)
  }

  @Test func `a file of the other format under the same id is not taken for the image`() throws {
    let other = ByteString("pets/keep/") + places[0].id.text + ".jpg"
    try dir.write(other, Pictures.png(9))
    try dir.remove(ByteString("pets").appending(places[0].file))
    #expect(try remove("class:keep").isEmpty)
    #expect(try remove("id:" + places[0].id.text) == ["absent \(places[0].file.displayed)"])
    #expect(dir.exists(other))
  }

  @Test(arguments: [FormerImages.none, .present, .all])
  func `what is moved before it is changed is asked for again`(_ former: FormerImages) throws {
    func settled(_ terms: ByteString..., move: ByteString) throws -> [String] {
      let finder = ImageFinder(
        dataset, .found(try SearchQuery(terms)), by: Requester("ann"), former: former)
      let found = try finder.requests().requests
      try mv(places[0], to: move)
      let index = try CatalogIndex(CatalogFile(dataset.catalogPath))
      let now = try found.flatMap { try finder.settled($0, in: index) }
      let back = ByteString("pets").appending(move).appending(places[0].fileName)
      try dir.rename(back, to: ByteString("pets").appending(places[0].file))
      return now.compactMap { $0.place?.file.displayed }
    }
    #expect(try settled("class:cat", move: "keep") == [places[1].file.displayed])
    #expect(try settled("class:cat,class:dog", move: "keep") == places[1...].map(\.file.displayed))
    #expect(
      try settled("format:png", move: "keep")
        == [file(places[0], in: "keep")] + places[1...].map(\.file.displayed))
  }
}
