import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// Many images at once must be taken in, and found, as they are one by one.
struct CatalogEntriesTests {
  private func entry(_ number: UInt64, at offset: Int) -> CatalogIndex.Entry {
    CatalogIndex.Entry(
      id: ImageID(number: number), className: 0, owner: 0, visibility: .public, format: .png,
      offset: offset)
  }

  /// Numbers of which some come again, soon or late, and many belong in one place of the table.
  private func numbers(_ seed: Int) -> [UInt64] {
    var noise = Noise(seed: seed)
    return (0..<2_000).map { _ in
      let number = UInt64(noise.byte()) << 40 | UInt64(noise.byte() & 15)
      return noise.byte() < 200 ? number : UInt64(noise.byte())
    }
  }

  @Test(arguments: 0..<8)
  func `takes in many as one by one, whatever comes again and was removed`(seed: Int) {
    var single = CatalogEntries()
    var many = CatalogEntries()
    var known: [ImageID] = []
    var knownOfMany: [ImageID] = []
    for (round, part) in [numbers(seed)[..<700], numbers(seed)[700...]].enumerated() {
      let added = part.enumerated().map { entry($1, at: round * 10_000 + $0) }
      for each in added where single.put(each) { known.append(each.id) }
      many.put(added) { knownOfMany.append($0) }
      for each in added.prefix(50) {
        single[each.id] = nil
        many[each.id] = nil
      }
    }
    #expect(knownOfMany == known)
    #expect(many.all.map(\.id) == single.all.map(\.id))
    #expect(many.all.map(\.offset) == single.all.map(\.offset))
    #expect(many.outdated.map(\.offset).sorted() == single.outdated.map(\.offset).sorted())
  }

  @Test(arguments: [true, false])
  func `finds many as one by one`(isRemoving: Bool) {
    var entries = CatalogEntries()
    let numbers = numbers(9)
    entries.put(numbers.enumerated().map { entry($1, at: $0) }) { _ in }
    if isRemoving { for number in numbers.prefix(30) { entries[ImageID(number: number)] = nil } }
    let ids = (numbers + Array(0..<300)).map { ImageID(number: $0) }
    #expect(entries.found(ids).map { $0?.offset } == ids.map { entries[$0]?.offset })
  }
}
