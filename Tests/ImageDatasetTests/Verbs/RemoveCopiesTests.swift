import ByteText
import ImageCodec
import System
import TestKit
import Testing

@testable import ImageDataset

/// What `remove` does with images that someone copied into other classes.
struct RemoveCopiesTests {
  private let dir: Dir
  private let dataset: Dataset
  /// Where the image is recorded, with a label, a description and an owner.
  private let place: ImagePlace

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog", "owl"])
    place = try dataset.adding(Pictures.png(1), to: "cat", private: true, by: "bob")
    var change = LabelOptions.Change()
    change.also = ["small"]
    change.description = "asleep"
    let options = LabelOptions(.named([ImageRequest(place.file)]), change, by: Requester("bob"))
    _ = try dataset.label(options) { _ in }
  }

  /// Copies the image by hand, as other bytes if asked for.
  private func copy(to names: ByteString..., bytes: [UInt8] = Pictures.png(1)) throws {
    for name in names { try dir.write(path(name), bytes) }
  }

  private func path(_ name: ByteString) -> ByteString {
    "pets/" + name + "/" + place.fileName
  }

  private func file(_ name: ByteString) -> ByteString { name + "/" + place.fileName }

  private func remove(
    _ files: ByteString..., by contributor: ByteString = "bob",
    _ more: (inout RemoveOptions) -> Void = { _ in }
  ) throws -> [String] {
    var options = RemoveOptions(
      .named(files.map { ImageRequest($0) }), by: Requester(contributor))
    more(&options)
    var results: [String] = []
    let summary = try dataset.remove(options) { result in
      switch result {
      case .removed(let place): results.append("removed \(place.className.displayed)")
      case .labelled(let image):
        results.append(
          "labelled \(image.place.className.displayed), was \(image.from?.displayed ?? "-")")
      case .absent(_, let place): results.append("absent \(place?.className.displayed ?? "-")")
      case .refused(let refusal): results.append("refused \(refusal.code.rawValue)")
      }
    }
    #expect(summary.removed == results.count { $0.hasPrefix("removed") })
    return results
  }

  /// The image is of a class and lies there, and all that was said of it still is.
  private func expectKept(in name: ByteString) throws {
    let record = try #require(try dataset.listing(for: "bob").first)
    #expect(record.className == name && dir.exists(path(name)))
    #expect(record.labels == ["small"] && record.description == "asleep")
    #expect(record.by == "bob" && record.visibility == .private)
    #expect(try !ImageModes.isShown(Files.status(dir.path(path(name))).mode))
  }

  @Test(arguments: [false, true])
  func `the image is its copy's class's when the recorded one goes`(isPurging: Bool) throws {
    try copy(to: "owl", "dog")
    let results = try remove(file("cat")) { $0.isPurging = isPurging }
    #expect(results == ["removed cat", "labelled dog, was cat"])
    #expect(!dir.exists(path("cat")) && dir.exists(path("owl")))
    try expectKept(in: "dog")
    #expect(try remove(file("cat")) { $0.isPurging = isPurging } == ["absent cat"])
    try expectKept(in: "dog")
    #expect(try remove(file("dog")) == ["removed dog", "labelled owl, was dog"])
    #expect(try remove(place.id.text) { $0.isPurging = isPurging } == ["removed owl"])
    #expect(try dataset.listing(for: "bob").isEmpty)
    #expect(
      try dataset.lines.contains { $0.displayed.contains(place.id.text.displayed) } != isPurging)
  }

  @Test(arguments: [["cat", "dog"], ["dog", "cat"]] as [[ByteString]], [false, true])
  func `the image goes when all its copies do`(names: [ByteString], isPurging: Bool) throws {
    try copy(to: "dog")
    let results = try remove(file(names[0]), file(names[1])) { $0.isPurging = isPurging }
    #expect(results == names.map { "removed \($0.displayed)" })
    #expect(try dataset.listing(for: "bob").isEmpty)
    #expect(
      try dataset.lines.contains { $0.displayed.contains(place.id.text.displayed) } != isPurging)
  }

  @Test(arguments: [["cat", "dog"], ["dog", "cat"]] as [[ByteString]])
  func `the one copy that stays is the image`(names: [ByteString]) throws {
    try copy(to: "dog", "owl")
    let results = try remove(file(names[0]), file(names[1]))
    #expect(results.filter { $0.hasPrefix("labelled") } == ["labelled owl, was cat"])
    try expectKept(in: "owl")
  }

  @Test func `a copy of an image that was moved by hand is the image, too`() throws {
    try copy(to: "dog")
    try dir.rename(path("cat"), to: path("owl"))
    #expect(try remove(file("dog")) == ["removed dog", "labelled owl, was cat"])
    try expectKept(in: "owl")
  }

  @Test func `a search removes the copy in its class and keeps the other`() throws {
    try copy(to: "dog")
    let query = try SearchQuery(["class:cat"])
    #expect(
      try remove { $0.selection = .found(query) } == ["removed cat", "labelled dog, was cat"])
    try expectKept(in: "dog")
    let all = try SearchQuery(["label:small"])
    try copy(to: "cat")
    #expect(try remove { $0.selection = .found(all) } == ["removed cat", "removed dog"])
    #expect(try dataset.listing(for: "bob").isEmpty)
  }

  @Test func `other bytes, a link or a folder under the id are no copy`() throws {
    try copy(to: "dog", bytes: Pictures.png(2))
    try dir.link(path("owl"), to: dir.path(path("cat")))
    #expect(try remove(file("cat")) == ["removed cat"])
    #expect(try dataset.listing(for: "bob").isEmpty)
  }

  @Test func `a dry run says the same and changes nothing`() throws {
    try copy(to: "dog")
    let before = try dir.contents(below: "pets")
    #expect(
      try remove(file("cat")) { $0.isDryRun = true } == ["removed cat", "labelled dog, was cat"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `another's image changes its class by force alone, which is recorded`() throws {
    try copy(to: "dog")
    let before = try dir.contents(below: "pets")
    #expect(try remove(file("cat"), by: "ann") == ["refused not-yours"])
    #expect(try dir.contents(below: "pets") == before)
    _ = try remove(file("cat")) { $0.requester = Requester("ann", isForced: true) }
    try expectKept(in: "dog")
    #expect(try dataset.lines.suffix(2).allSatisfy { $0.displayed.contains("\"force\":true") })
  }

  @Test func `a run that was killed before it unlinked is finished by the same again`() throws {
    try copy(to: "dog")
    _ = try remove(file("cat"))
    try copy(to: "cat")
    try expectKept(in: "dog")
    #expect(try remove(file("cat")) == ["removed cat"])
    try expectKept(in: "dog")
  }

  @Test(arguments: ["o\twl", ByteString([0x6F, 0xFF])])
  func `no image is of a folder that no record can name`(name: ByteString) throws {
    try copy(to: name)
    #expect(try remove(file(name)) == ["refused class-name"])
    #expect(throws: DatasetError.self) {
      try dataset.renameClass(name, to: "owls", contributor: "bob")
    }
    let before = try dataset.lines
    #expect(try remove(file("cat")) == ["removed cat"])
    #expect(try dataset.lines.count == before.count + 1)
    #expect(dir.exists(path(name)))
    #expect(try CatalogIndex(CatalogFile(dataset.catalogPath)).faults.isEmpty)
  }
}
