import Testing

@testable import ImageDataset

struct LikenessGroupsTests {
  private func groups(_ links: [(Int, Int, Float)]) -> [[Int]] {
    LikenessGroups.joined(links.map { LikenessLink(one: $0.0, other: $0.1, likeness: $0.2) })
      .map(\.members)
  }

  @Test func `joins what is linked throughout`() {
    #expect(groups([(4, 7, 0.9), (1, 2, 0.9), (2, 3, 0.9), (1, 3, 0.9)]) == [[1, 2, 3], [4, 7]])
  }

  @Test func `takes a picture that half of a group is linked with`() {
    #expect(groups([(1, 2, 0.99), (2, 3, 0.9)]) == [[1, 2, 3]])
    #expect(groups([(1, 2, 0.99), (1, 3, 0.99), (2, 3, 0.99), (3, 4, 0.9)]) == [[1, 2, 3]])
  }

  @Test func `one bridge does not join two groups`() {
    let one: [(Int, Int, Float)] = [(1, 2, 0.99), (1, 3, 0.99), (2, 3, 0.99)]
    let two: [(Int, Int, Float)] = [(7, 8, 0.98), (7, 9, 0.98), (8, 9, 0.98)]
    #expect(groups(one + two + [(3, 7, 0.97)]) == [[1, 2, 3], [7, 8, 9]])
  }

  @Test func `tells the least sure link of a group`() {
    let links = [
      LikenessLink(one: 1, other: 2, likeness: 0.99),
      LikenessLink(one: 1, other: 3, likeness: 0.88),
    ]
    #expect(LikenessGroups.joined(links).map(\.likeness) == [0.88])
  }
}
