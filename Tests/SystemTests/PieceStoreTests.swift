import ByteText
import Testing

@testable import System

struct PieceStoreTests {
  @Test(arguments: [0, 3, 5_000, 5_001, 1 << 24])
  func `gives back every piece from memory and from its file`(mostInMemory: Int) throws {
    var store = PieceStore(mostInMemory: mostInMemory, Environment.temporaryFolder)
    func piece(_ number: Int) -> [UInt8] {
      (0..<number % 7 * 1_000).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* $0) }
    }
    for number in 0..<700 { store.append(piece(number)) }
    try store.flush()
    #expect(store.count == 700)
    for number in 0..<700 { #expect(try store.piece(number) == piece(number)) }
  }

  @Test func `tells at last that its file could not be written`() {
    var store = PieceStore(mostInMemory: 10, "/nonexistent")
    for _ in 0..<3 { store.append([UInt8](repeating: 7, count: 1 << 20)) }
    #expect(throws: SystemError.self) { try store.flush() }
  }
}
