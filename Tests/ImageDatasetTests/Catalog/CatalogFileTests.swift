import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct CatalogFileTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  private func lines(
    of bytes: [UInt8], from start: Int = 0
  ) throws -> (lines: [(text: [UInt8], number: Int, offset: Int)], extent: CatalogFile.Extent) {
    try dir.write("catalog", bytes)
    let file = try CatalogFile(dir.path("catalog"))
    var lines: [(text: [UInt8], number: Int, offset: Int)] = []
    let extent = try file.forEachLine(from: start) { bytes, position in
      lines.append((bytes.array(0..<bytes.count), position.number, position.offset))
    }
    return (lines, extent)
  }

  @Test func `gives each line with its number and offset`() throws {
    let (lines, extent) = try lines(of: Array("ab\n\nc\n".utf8))
    #expect(lines.map(\.text) == [Array("ab".utf8), [], Array("c".utf8)])
    #expect(lines.map(\.number) == [1, 2, 3])
    #expect(lines.map(\.offset) == [0, 3, 4])
    #expect(extent.sound == 6)
    #expect(extent.lines == 3)
    #expect(!extent.isTorn)
  }

  @Test func `passes over a last line without its newline`() throws {
    let (lines, extent) = try lines(of: Array("ab\ncd".utf8))
    #expect(lines.map(\.text) == [Array("ab".utf8)])
    #expect(extent.sound == 3)
    #expect(extent.isTorn)
  }

  @Test func `reads an empty file`() throws {
    let (lines, extent) = try lines(of: [])
    #expect(lines.isEmpty)
    #expect(extent.sound == 0)
    #expect(!extent.isTorn)
  }

  @Test func `gives lines whole that cross the pieces it reads`() throws {
    let texts = (0..<5).map { [UInt8](repeating: 65 + $0, count: 700_000 + Int($0)) }
    let (lines, extent) = try lines(of: Array(texts.joined(separator: [0x0A])) + [0x0A])
    #expect(lines.map(\.text) == texts)
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
    #expect(extent.sound == texts.reduce(0) { $0 + $1.count + 1 })
  }

  @Test func `cuts a line that would fill the memory and goes on behind it`() throws {
    let long = [UInt8](repeating: 65, count: CatalogFile.longestLine + 3_000_000)
    let (lines, extent) = try lines(of: [66, 0x0A] + long + [0x0A, 67, 0x0A])
    #expect(lines.map(\.text.count) == [1, CatalogFile.longestLine + 1, 1])
    #expect(lines.map(\.number) == [1, 2, 3])
    #expect(lines.map(\.offset) == [0, 2, long.count + 3])
    #expect(extent.sound == long.count + 5)
    #expect(extent.lines == 3)
  }

  @Test func `begins where it is told to`() throws {
    let (lines, extent) = try lines(of: Array("ab\ncd\ne".utf8), from: 3)
    #expect(lines.map(\.text) == [Array("cd".utf8)])
    #expect(lines.map(\.offset) == [3])
    #expect(extent.sound == 6)
  }
}
