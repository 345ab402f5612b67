import ImageAnalysis
import Testing

@testable import ImageDataset

struct ThumbnailStoreTests {
  @Test(arguments: [0, 3, 400])
  func `gives back every thumbnail from memory and from its file`(mostInMemory: Int) throws {
    var store = ThumbnailStore(mostInMemory: mostInMemory)
    let count = 300
    func grey(_ number: Int) -> [UInt8] {
      (0..<4096).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* $0) }
    }
    for number in 0..<count { try store.append(LikenessThumbnail(grey: grey(number))) }
    try store.flush()
    for number in 0..<count { #expect(try store.thumbnail(number).grey == grey(number)) }
  }
}
