import ByteText
import Glibc
import Testing

@testable import System

struct ReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func items(_ content: ByteString, separator: UInt8) throws -> [ByteString] {
    let reader = ItemReader(
      try OpenFile.reading(folder.file("list", content)), separator: separator)
    var items: [ByteString] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  @Test(
    arguments: [
      ("", []), ("\n\n\n", []), ("a", ["a"]), ("a\n", ["a"]),
      ("a\n\nb c\r\nd", ["a", "b c\r", "d"]),
    ] as [(ByteString, [ByteString])])
  func `takes lines, empty ones left out`(list: ByteString, expected: [ByteString]) throws {
    #expect(try items(list, separator: 0x0A) == expected)
  }

  @Test func `takes items between NULs, newlines and all`() throws {
    let list = ByteString(Array("a\nb".utf8) + [0, 0] + [0xFF, 0])
    #expect(try items(list, separator: 0) == ["a\nb", ByteString([0xFF])])
  }

  @Test func `takes items across the pieces it reads`() throws {
    let expected = (0..<20_000).map { ByteString("item-\($0)") }
    let list = ByteString(expected.flatMap { $0.bytes + [0x0A] })
    #expect(try items(list, separator: 0x0A) == expected)
  }

  @Test func `cuts an endless item and goes on behind it`() throws {
    let list = ByteString([UInt8](repeating: 0x61, count: 200_000) + Array("\nb".utf8))
    let found = try items(list, separator: 0x0A)
    #expect(found.map(\.count) == [65_536, 1])
  }

  @Test func `says why a list cannot be read`() throws {
    let reader = ItemReader(try OpenFile.reading(folder.path), separator: 0)
    #expect { try reader.next() } throws: { ($0 as? SystemError)?.code == EISDIR }
  }

  @Test func `keeps why reading failed`() throws {
    let reader = FileReader(try OpenFile.reading(folder.path))
    var bytes = [UInt8](repeating: 0, count: 8)
    var room = bytes.mutableSpan
    #expect(reader.read(into: &room) == -1)
    #expect(reader.read(into: &room) == -1)
    #expect(reader.failure == SystemError(code: EISDIR, operation: "read", path: folder.path))
  }

  @Test func `reads from a place of its own`() throws {
    let reader = FileReader(try OpenFile.reading(folder.file("a", "0123456789")), from: 6)
    var bytes = [UInt8](repeating: 0, count: 3)
    var found: [Int] = []
    for _ in 0..<3 {
      var room = bytes.mutableSpan
      found.append(reader.read(into: &room))
    }
    #expect(found == [3, 1, 0])
    #expect(bytes == Array("978".utf8))
  }
}
