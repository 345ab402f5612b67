import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// `verify --quick` passes over most files at once; what it says must not depend on which.
struct QuickVerifyTests {
  private let dir: Dir
  private let dataset: Dataset
  private let places: [ImagePlace]

  /// Files of the sizes that the catalog says, more in a class than are looked at together.
  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
    var lines = try dir.read("pets/.imgds.jsonl")
    var places: [ImagePlace] = []
    for number in 1...640 as ClosedRange<UInt64> {
      let record = Samples.record(number << 44, in: number % 10 == 0 ? "dog" : "cat")
      lines += CatalogRecord(time: Samples.time, by: "ann", change: .added(record)).line
      let bytes = [UInt8](repeating: 0, count: record.facts.bytes)
      try dir.write(ByteString("pets").appending(record.place.file), bytes)
      places.append(record.place)
    }
    try dir.write("pets/.imgds.jsonl", lines)
    self.places = places
  }

  private func path(_ place: Int) -> ByteString {
    ByteString("pets").appending(places[place].file)
  }

  private func verified(
    for loaders: [Loader] = []
  ) throws -> (found: [String], summary: VerifySummary) {
    var options = VerifyOptions(path: dataset.path)
    options.isQuick = true
    options.loaders = loaders
    var found: [String] = []
    let summary = try verify(options) { _ in
    } report: {
      found.append("\($0.code.rawValue) \($0.file.displayed)")
    }
    return (found, summary)
  }

  @Test func `says nothing of files as the catalog has them, and counts each once`() throws {
    let (found, summary) = try verified()
    #expect(found == [])
    #expect(summary.files == 640 && summary.images == 640)
    #expect(summary.classes == 2)
  }

  @Test func `finds whatever differs, wherever it lies among the others`() throws {
    try dir.remove(path(500))
    try dir.write(path(3), [])
    try dir.rename(path(510), to: "pets/dog/" + places[510].fileName)
    try dir.write("pets/cat/name.png", Pictures.png(1))
    try dir.write("pets/cat/.hidden", [])
    try dir.write("pets/cat/ffffffffffffffff.png", Pictures.png(1))
    try dir.link("pets/dog/link.png", to: "nowhere")
    try dir.write("pets/stray", [])
    try dir.append(
      "pets/.imgds.jsonl",
      Samples.line(.labelled(places[520].id, className: "dog", from: "cat")).bytes + [0x0A])
    let (found, summary) = try verified()
    let file = { (place: Int) in places[place].file.displayed }
    let told =
      [
        "missing \(file(500))", "changed \(file(3))", "misnamed cat/name.png",
        "stray cat/.hidden", "stray dog/link.png", "stray stray",
        "unrecorded cat/ffffffffffffffff.png", "unrecorded \(file(520))",
        "unrecorded dog/\(places[510].fileName.displayed)",
      ]
    #expect(found.sorted() == told.sorted())
    #expect(summary.files == 641)
  }

  @Test func `says the same when every file is met alone, as loaders want`() throws {
    try dir.write(path(3), [])
    try dir.write("pets/cat/name.png", Pictures.png(1))
    let quick = try verified()
    let alone = try verified(for: [.torchvision])
    #expect(alone.found.filter { quick.found.contains($0) } == quick.found)
    #expect(alone.summary.files == quick.summary.files)
    #expect(quick.found.count == 2)
  }

  @Test func `an empty class is found beside full ones`() throws {
    try dir.make("pets/eel")
    try dir.append("pets/.imgds.jsonl", Samples.line(.classAdded("eel")).bytes + [0x0A])
    #expect(try verified().found == ["empty-class eel"])
  }
}
