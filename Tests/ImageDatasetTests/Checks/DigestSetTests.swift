import Testing

@testable import ImageDataset

struct DigestSetTests {
  @Test func `holds what was put in, once, and nothing else`() {
    var set = DigestSet()
    #expect(!set.contains(0))
    // Zero, neighbours that meet in one slot, and numbers whose low bits are all the same.
    let numbers: [UInt64] = [0, 1, 2, 17, 33, .max] + (1...500).map { $0 << 20 }
    for number in numbers {
      let isNew = set.insert(number)
      #expect(isNew)
    }
    for number in numbers {
      let isNew = set.insert(number)
      #expect(!isNew)
      #expect(set.contains(number))
    }
    #expect(!set.contains(3))
    #expect(!set.contains(501 << 20))
  }
}
