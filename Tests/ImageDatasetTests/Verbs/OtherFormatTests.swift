import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// A JPEG under the id of a recorded PNG, as `mogrify -format jpg` leaves it.
struct OtherFormatTests {
  private let dir: Dir
  private let dataset: Dataset
  private let place: ImagePlace
  private let other: ImagePlace

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog"])
    place = try dataset.adding(Pictures.png(1), to: "cat", by: "bob")
    other = ImagePlace(className: "cat", id: place.id, format: .jpeg)
    try dir.write(ByteString("pets").appending(other.file), Pictures.jpeg())
  }

  private func remove(_ image: ByteString, isPurging: Bool = false) throws -> String {
    var options = RemoveOptions(.named([ImageRequest(image)]), by: Requester("ann"))
    options.isPurging = isPurging
    var told = ""
    _ = try dataset.remove(options) { result in
      switch result {
      case .removed(let place): told = "removed \(place.file.displayed)"
      case .labelled(let image): told += ", labelled \(image.place.file.displayed)"
      case .absent(_, let place): told = "absent \(place?.file.displayed ?? "-")"
      case .refused(let refusal): told = "refused \(refusal.code.rawValue)"
      }
    }
    return told
  }

  @Test(arguments: [false, true])
  func `its removal leaves the image and all that is known of it`(isPurging: Bool) throws {
    #expect(try remove(other.file, isPurging: isPurging) == "removed \(other.file.displayed)")
    #expect(try dir.list("pets/cat") == [place.fileName])
    #expect(try dataset.listing().map(\.place) == [place])
    #expect(try dataset.listing().first?.by == "bob")
    #expect(try remove(other.file, isPurging: isPurging) == "absent \(other.file.displayed)")
    #expect(try remove("dog/" + other.fileName) == "refused not-found")
    #expect(try dataset.listing().map(\.place) == [place])
    var files: [String] = []
    _ = try dataset.log(LogOptions()) { files.append($0.file?.displayed ?? "") }
    #expect(files.suffix(2) == [place.file.displayed, other.file.displayed])
  }

  @Test func `the image goes without it`() throws {
    #expect(try remove(place.file) == "refused not-yours")
    try dir.remove(ByteString("pets").appending(place.file))
    #expect(try remove(place.file) == "absent \(place.file.displayed)")
    #expect(dir.exists(ByteString("pets").appending(other.file)))
  }

  @Test func `a move of it says nothing of the image`() throws {
    var change = LabelOptions.Change()
    change.className = "dog"
    let options = LabelOptions(.named([ImageRequest(other.file)]), change, by: Requester("ann"))
    let lines = try dataset.lines
    #expect(try dataset.label(options) { _ in }.labelled == 1)
    #expect(try dataset.lines == lines)
    #expect(try dir.list("pets/dog") == [other.fileName])
    let summary = Collected<ClassMergeResult>()
    _ = try dataset.mergeClass("dog", into: "cat", by: Requester("ann")) {
      summary.values.append($0)
    }
    #expect(try dir.list("pets/cat").count == 2 && summary.values.count == 1)
    #expect(try dataset.listing().map(\.place) == [place])
  }

  @Test func `verify calls it changed, and the image missing once it is gone`() throws {
    func codes() throws -> [String] {
      var options = VerifyOptions(path: dir.path("pets"))
      options.checks = try #require(CheckSelection(words: "records"))
      var found: [String] = []
      func note(_ finding: Finding) {
        found.append("\(finding.code.rawValue) \(finding.file.displayed)")
      }
      _ = try verify(options, progress: { _ in }, report: note)
      return found
    }
    #expect(try codes() == ["changed \(other.file.displayed)"])
    try dir.remove(ByteString("pets").appending(place.file))
    #expect(
      try codes() == ["changed \(other.file.displayed)", "missing \(place.file.displayed)"])
  }
}

extension CheckSelection {
  fileprivate init?(words: ByteString...) {
    var unknown: ByteString = ""
    self.init(words: words, unknown: &unknown)
  }
}
