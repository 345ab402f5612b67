import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// What `pack` believes of a checksum that the catalog gives.
struct PackChecksumTests {
  private let dir: Dir
  private let dataset: Dataset
  private let place: ImagePlace

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
    place = try dataset.adding(Pictures.png(1), to: "cat")
  }

  private func pack() throws -> PackReport {
    try dataset.pack(PackOptions(output: .file(dir.path("out.zip"))), progress: { _, _ in })
  }

  /// Writes the recorded checksum anew, or takes it out.
  private func setChecksum(_ digits: String?) throws {
    let text = String(decoding: try dir.read("pets/.imgds.jsonl"), as: UTF8.self)
    let pattern = /,"crc32":"[0-9a-f]{8}"/
    #expect(text.contains(pattern))
    let member = digits.map { ",\"crc32\":\"\($0)\"" } ?? ""
    try dir.write("pets/.imgds.jsonl", Array(text.replacing(pattern, with: member).utf8))
  }

  @Test func `packs the same archive whether the checksum is right, missing or wrong`() throws {
    let first = try pack()
    try setChecksum("00000000")
    #expect(try pack().sha256 == first.sha256)
    try setChecksum(nil)
    #expect(try catalogLacksChecksum())
    #expect(try pack().sha256 == first.sha256)
  }

  @Test(arguments: [true, false])
  func `refuses an image with one bit changed, or a byte more, with or without a checksum`(
    _ hasChecksum: Bool
  ) throws {
    if !hasChecksum { try setChecksum(nil) }
    let file = ByteString("pets").appending(place.file)
    var bytes = Pictures.png(1)
    bytes[bytes.count / 2] ^= 1
    try dir.write(file, bytes)
    #expect(try pack().faults.map(\.code) == [.changed])
    try dir.write(file, Pictures.png(1) + [0])
    #expect(try pack().faults.map(\.code) == [.changed])
    try dir.write(file, Array(Pictures.png(1).dropLast()))
    #expect(try pack().faults.map(\.code) == [.changed])
    try dir.write(file, Pictures.png(1))
    #expect(try pack().faults.isEmpty)
  }

  private func catalogLacksChecksum() throws -> Bool {
    !String(decoding: try dir.read("pets/.imgds.jsonl"), as: UTF8.self).contains("crc32")
  }
}
