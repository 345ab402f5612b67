import ByteText
import Testing

@testable import ImageDataset

struct SplitPlannerTests {
  private func item(_ number: Int, _ className: ByteString = "cat") -> SplitPlanner.Item {
    var digest = [UInt8](repeating: 7, count: 32)
    var mixed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    for index in 0..<8 {
      digest[index] = UInt8(truncatingIfNeeded: mixed)
      mixed >>= 8
    }
    return .init(id: ImageID(digest: digest), className: className, sha256: digest)
  }

  private func planner(_ weights: ByteString = "80,10,10", seed: Int = 0) throws -> SplitPlanner {
    SplitPlanner(
      shares: try #require(SplitShares(weights)), order: ContentOrder(seed: seed))
  }

  private func assignment(
    _ planner: SplitPlanner, _ items: [SplitPlanner.Item]
  ) -> [ImageID: SplitPart] {
    Dictionary(zip(items.map(\.id), planner.parts(of: items))) { first, _ in first }
  }

  @Test func `an image more moves at most one across each cut`() throws {
    let planner = try planner()
    var items: [SplitPlanner.Item] = []
    var before: [ImageID: SplitPart] = [:]
    for number in 0..<200 {
      items.append(item(number))
      let after = assignment(planner, items)
      let moved = before.filter { after[$0.key] != $0.value }
      #expect(moved.count { $0.value == .train } <= 1)
      #expect(moved.count <= 2)
      #expect(
        moved.allSatisfy {
          $0.value.rawValue + 1 == after[$0.key]?.rawValue
            || after[$0.key].map(\.rawValue) == $0.value.rawValue - 1
        })
      before = after
    }
    let counts = SplitPart.allCases.map { part in before.values.count { $0 == part } }
    #expect(counts == [160, 20, 20])
  }

  @Test func `order and other classes change nothing, a seed does`() throws {
    let planner = try planner()
    let items = (0..<50).map { item($0) }
    let others = (100..<150).map { item($0, "dog") }
    let alone = assignment(planner, items)
    let mixed = assignment(planner, (items + others).reversed())
    #expect(alone.allSatisfy { mixed[$0.key] == $0.value })
    #expect(assignment(try self.planner(seed: 1), items) != alone)
  }

  @Test func `a group stays in one part`() throws {
    var planner = try planner("60,20,20")
    let items = (0..<90).map { item($0, $0 < 60 ? "cat" : "dog") }
    for start in stride(from: 0, to: 90, by: 5) {
      planner.groups.join(items[start..<start + 4].map(\.id))
    }
    let parts = planner.parts(of: items)
    for start in stride(from: 0, to: 90, by: 5) {
      #expect(Set(parts[start..<start + 4]).count == 1)
    }
    for part in SplitPart.allCases { #expect(parts.count { $0 == part } >= 9) }
  }

  @Test(arguments: [2, 5, 9], ["80,10,10", "60,20,20", "50,50"] as [ByteString])
  func `single images fill the parts up to their shares`(size: Int, weights: ByteString) throws {
    var planner = try planner(weights)
    for total in 40...60 {
      let items = (0..<total).map { item($0) }
      planner.groups = SplitGroups()
      planner.groups.join(items[..<size].map(\.id))
      planner.groups.join(items[20..<20 + size].map(\.id))
      let parts = planner.parts(of: items)
      let cuts = planner.shares.cuts(of: total)
      let wanted = zip(cuts + [total], [0] + cuts).map { $0 - $1 }
      let counts = planner.shares.parts.map { part in parts.count { $0 == part } }
      let isRoomy = planner.shares.parts.allSatisfy { part in
        let grouped = [0, 20].count { parts[$0] == part } * size
        return grouped <= wanted[part.rawValue]
      }
      if isRoomy { #expect(counts == wanted) }
      #expect(counts.allSatisfy { $0 > 0 })
    }
  }

  @Test(
    arguments: [
      ([1, 8, 1], [.val, .train, .test]), ([8, 1, 1], [.train, .val, .test]),
      ([1, 1, 8], [.val, .test, .train]), ([1, 4, 1, 4], [.train, .train, .test, .val]),
      ([4, 4, 4], [.train, .val, .test]), ([3, 3], [.train, .val]), ([9, 1], [.train, .val]),
      ([5], [.train]), ([1, 1], [.train, .val]),
    ] as [([Int], [SplitPart])])
  func `no part is empty needlessly`(sizes: [Int], expected: [SplitPart]) throws {
    let cut = StratumCut(shares: try #require(SplitShares("80,10,10")))
    #expect(cut.parts(of: sizes) == expected)
  }

  @Test func `groups that share an image are one`() {
    var groups = SplitGroups()
    let ids = (0..<6).map { item($0).id }
    groups.join([ids[0], ids[1]])
    groups.join([ids[2], ids[3]])
    #expect(groups.representative(of: ids[0]) != groups.representative(of: ids[3]))
    groups.join([ids[1], ids[2]])
    #expect(Set(ids[..<4].map { groups.representative(of: $0) }).count == 1)
    #expect(groups.representative(of: ids[5]) == ids[5])
  }

  @Test func `no image leaves the part of an earlier split`() throws {
    var planner = try planner()
    let items = (0..<130).map { item($0) }
    let earlier = assignment(planner, Array(items[..<100]))
    planner.earlier = earlier
    let now = assignment(planner, items)
    #expect(earlier.allSatisfy { now[$0.key] == $0.value })
    let counts = SplitPart.allCases.map { part in now.values.count { $0 == part } }
    #expect(counts == [104, 13, 13])
  }

  @Test func `new members of a group follow those of the earlier split`() throws {
    var planner = try planner("50,50")
    let items = (0..<10).map { item($0) }
    planner.earlier = [items[0].id: .val, items[1].id: .val, items[2].id: .train]
    planner.groups.join(items[0..<6].map(\.id))
    let parts = planner.parts(of: items)
    #expect(parts[..<6] == [.val, .val, .train, .val, .val, .val])
  }
}
