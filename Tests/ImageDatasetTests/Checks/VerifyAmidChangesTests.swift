import ByteText
import System
import TestKit
import Testing

@testable import ImageDataset

/// A dataset that a slow writer changes while it is verified.
struct VerifyAmidChangesTests {
  private let dir: Dir
  private let dataset: Dataset
  private let image: ImageRecord

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
    try dataset.adding(Pictures.png(1), to: "cat")
    image = try #require(try dataset.listing().first)
  }

  private static func found(in dataset: Dataset, isQuick: Bool) throws -> [Finding.Code] {
    var options = VerifyOptions(path: dataset.path)
    options.isQuick = isQuick
    var unknown = ByteString()
    options.checks = try #require(CheckSelection(words: ["records"], unknown: &unknown))
    var found: [Finding.Code] = []
    _ = try verify(options) { _ in
    } report: {
      found.append($0.code)
    }
    return found
  }

  /// Gives a file its name and records that a second later, as one writer, while a thread beside it
  /// verifies the dataset.
  private func found(
    isQuick: Bool, moving file: ByteString, to place: ByteString,
    recording change: CatalogRecord.Change
  ) throws -> [Finding.Code] {
    let (dataset, time) = (dataset, image.added)
    let name = dataset.path.appending(place)
    let move: @Sendable () throws -> [Finding.Code] = {
      var transaction = try CatalogTransaction(dataset)
      try Files.rename(file, to: name)
      Clocks.pause(milliseconds: 1000)
      try transaction.append([CatalogRecord(time: time, by: "ann", change: change)])
      return []
    }
    let look: @Sendable () throws -> [Finding.Code] = {
      while try !Files.exists(name) { Clocks.pause(milliseconds: 1) }
      return try Self.found(in: dataset, isQuick: isQuick)
    }
    var tasks = [move, look][...]
    var found: [Finding.Code] = []
    try mapInOrder(
      jobs: 2, window: 2,
      next: { tasks.popFirst() },
      work: { task in Result { try task() } },
      consume: { outcome in found += try outcome.get() })
    return found
  }

  @Test(arguments: [false, true])
  func `waits until an image that came is recorded`(isQuick: Bool) throws {
    let other = try dir.dataset("other")
    try other.adding(Pictures.png(2), to: "dog")
    let newcomer = try #require(try other.listing().first)
    let file = other.path.appending(newcomer.place.file)
    let codes = try found(
      isQuick: isQuick, moving: file, to: newcomer.place.file, recording: .added(newcomer))
    #expect(codes == [])
  }

  @Test(arguments: [false, true])
  func `waits until an image that went to another class is recorded`(isQuick: Bool) throws {
    let change = CatalogRecord.Change.labelled(image.facts.id, className: "dog", from: "cat")
    let file = dataset.path.appending(image.place.file)
    let place = ByteString("dog").appending(image.place.fileName)
    let codes = try found(isQuick: isQuick, moving: file, to: place, recording: change)
    #expect(codes == [])
  }
}
