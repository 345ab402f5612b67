import ByteText
import System
import TestKit
import Testing

@testable import ImageDataset

struct LineBlockTests {
  private struct Line: Equatable {
    let start: [UInt8]
    let count: Int
    let number: Int
    let offset: Int
  }

  /// The lines as one walk gives them, and as ranges of some length do.
  private func lines(
    of bytes: [UInt8], from start: Int = 0, in step: Int
  ) throws -> (whole: [Line], parts: [Line], end: Int) {
    let dir = try Dir()
    try dir.write("catalog", bytes)
    let file = try CatalogFile(dir.path("catalog"))
    var whole: [Line] = []
    let extent = try file.forEachLine(from: start) { line, place in
      whole.append(
        Line(
          start: line.array(0..<min(line.count, 8)), count: line.count, number: place.number,
          offset: place.offset))
    }
    var parts: [Line] = []
    var end = start
    for first in stride(from: start, to: bytes.count, by: step) {
      let range = first..<min(bytes.count, first + step)
      let block = try LineBlock(file.shared.file, range, from: start, upTo: bytes.count)
      let before = parts.count
      let (count, last) = block.forEachLine { line, place in
        parts.append(
          Line(
            start: line.array(0..<min(line.count, 8)), count: line.count,
            number: before + place.number, offset: place.offset))
      }
      #expect(count == parts.count - before)
      end = last ?? end
    }
    #expect(end == extent.sound)
    return (whole, parts, end)
  }

  @Test(arguments: ["ab\n\nc\n", "ab\ncd", "", "\n", "\n\n\n", "abc", "a\nbc\ndef\nghij\nklmno\np"])
  func `gives every line once, wherever the ranges are cut`(text: String) throws {
    let bytes = Array(text.utf8)
    for step in 1...max(1, bytes.count) {
      let (whole, parts, _) = try lines(of: bytes, in: step)
      #expect(parts == whole, "in steps of \(step)")
    }
  }

  @Test func `begins where it is told to`() throws {
    for step in 1...8 {
      let (whole, parts, _) = try lines(of: Array("ab\ncd\nef\n".utf8), from: 3, in: step)
      #expect(parts == whole)
      #expect(parts.map(\.offset) == [3, 6])
    }
  }

  @Test func `cuts a line that would fill the memory and goes on behind it`() throws {
    let long = [UInt8](repeating: 65, count: CatalogFile.longestLine + 3_000_000)
    let (whole, parts, _) = try lines(of: [66, 0x0A] + long + [0x0A, 67, 0x0A], in: 1 << 20)
    #expect(parts == whole)
    #expect(parts.map(\.count) == [1, CatalogFile.longestLine + 1, 1])
  }

  @Test func `passes over a long line without its newline`() throws {
    let dir = try Dir()
    let bytes = [66, 0x0A] + [UInt8](repeating: 65, count: 3_000_000)
    try dir.write("catalog", bytes)
    let file = try CatalogFile(dir.path("catalog"))
    let block = try LineBlock(file.shared.file, 0..<1_000, from: 0, upTo: bytes.count)
    let (count, end) = block.forEachLine { _, _ in }
    #expect(count == 1)
    #expect(end == 2)
  }
}
