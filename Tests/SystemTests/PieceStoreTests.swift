import Testing

@testable import System

struct PieceStoreTests {
  @Test(arguments: [0, 3, 5_000, 5_001, 1 << 24])
  func `gives back every piece from memory and from its file`(mostInMemory: Int) throws {
    var store = PieceStore(mostInMemory: mostInMemory)
    func piece(_ number: Int) -> [UInt8] {
      (0..<number % 7 * 1_000).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* $0) }
    }
    for number in 0..<700 { try store.append(piece(number)) }
    try store.flush()
    #expect(store.count == 700)
    for number in 0..<700 { #expect(try store.piece(number) == piece(number)) }
  }
}
