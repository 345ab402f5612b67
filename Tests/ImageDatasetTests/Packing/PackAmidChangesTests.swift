import ByteText
import System
import TestKit
import Testing

@testable import ImageDataset

/// A dataset that others change faster than it is packed.
struct PackAmidChangesTests {
  private let dir: Dir
  private let dataset: Dataset
  private let fleeting: ImageRecord

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset("pets", ["cat", "dog"])
    for number in 0..<60 { try dataset.adding(Pictures.png(number), to: "cat") }
    let place = try dataset.adding(Pictures.png(60), to: "dog")
    fleeting = try #require(try dataset.listing("class:dog").first { $0.facts.id == place.id })
  }

  private func pack() throws -> PackReport {
    var options = PackOptions(output: .file(dir.path("out.zip")))
    options.jobs = 2
    return try dataset.pack(options, progress: { _, _ in })
  }

  /// Takes an image away and brings it back, recorded as `remove` and `add` do but never flushed,
  /// until it is cancelled.
  private func changes() -> Task<Void, any Error> {
    let (dataset, image) = (dataset, fleeting)
    let (here, away) = (dataset.path.appending(image.place.file), dir.path("away.png"))
    return Task.detached {
      func record(_ change: CatalogRecord.Change, _ transaction: inout CatalogTransaction) throws {
        try transaction.append([CatalogRecord(time: image.added, by: "bob", change: change)])
      }
      while !Task.isCancelled {
        var removing = try CatalogTransaction(dataset)
        try record(.removed(image.facts.id, className: image.className), &removing)
        try Files.rename(here, to: away)
        _ = consume removing
        Clocks.pause(milliseconds: 1)
        var adding = try CatalogTransaction(dataset)
        try Files.rename(away, to: here)
        try record(.added(image), &adding)
        _ = consume adding
        Clocks.pause(milliseconds: 1)
      }
    }
  }

  @Test func `packs what is there of images that come and go`() async throws {
    let changes = changes()
    for _ in 0..<8 {
      let report = try pack()
      #expect(report.faults.isEmpty)
      #expect((60...61).contains(report.images))
    }
    changes.cancel()
    try await changes.value
  }

  @Test func `packs the bytes of a large image wherever it is moved after it was checked`() throws {
    let plan = try PackPlanner(
      dataset: dataset, options: PackOptions(output: .standardOutput)
    ).plan()
    let image = try #require(plan.images.first { $0.place == fleeting.place })
    let result = PackReader(dataset: dataset).readOriginal(image, holding: 1)
    guard case .success(let packed) = result else {
      Issue.record("it was not read: \(result)")
      return
    }
    try dir.rename("pets/" + fleeting.place.file, to: "away.png")
    let stream = try packed.open()
    var bytes = [UInt8](repeating: 0, count: fleeting.facts.bytes + 1)
    var room = bytes.mutableSpan
    #expect(stream.read(into: &room) == fleeting.facts.bytes)
    bytes.removeLast()
    #expect(try bytes == dir.read("away.png"))
  }

  @Test func `waits for no writer while nothing changes`() throws {
    let lock = try FileLock(dataset.catalogPath)
    #expect(try pack().images == 61)
    lock.release()
  }
}
