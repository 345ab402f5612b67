/// Joins links of two into groups, the surest links first.
///
/// A chain of likenesses must not make one group of pictures whose ends differ, so two groups
/// become one only if at least half of the pairs between them are linked. In groups so large that
/// not all pairs were compared, it suffices if each member of the smaller one is linked with 16 of
/// the other on average.
struct LikenessGroups {
  struct Group {
    /// The numbers of its pictures, in order.
    var members: [Int]
    /// The likeness of the least sure link that joined it.
    var likeness: Float
  }

  private static let enoughLinks = 16

  private var parent: [Int: Int] = [:]
  private var groups: [Int: Group] = [:]
  /// How many links there are between two groups, both ways.
  private var links: [Int: [Int: Int]] = [:]

  /// The groups of at least two, by their first members.
  static func joined(_ links: [LikenessLink]) -> [Group] {
    var groups = LikenessGroups()
    let sorted = links.sorted {
      ($1.likeness, $0.one, $0.other) < ($0.likeness, $1.one, $1.other)
    }
    for link in sorted { groups.count(link) }
    for link in sorted { groups.join(link) }
    return groups.groups.values.filter { $0.members.count > 1 }
      .map { Group(members: $0.members.sorted(), likeness: $0.likeness) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  private mutating func count(_ link: LikenessLink) {
    for (one, other) in [(link.one, link.other), (link.other, link.one)] {
      links[one, default: [:]][other, default: 0] += 1
      groups[one] = Group(members: [one], likeness: 1)
    }
  }

  private mutating func join(_ link: LikenessLink) {
    let (one, other) = (root(of: link.one), root(of: link.other))
    guard one != other, let first = groups[one], let second = groups[other] else { return }
    let (small, large) = first.members.count < second.members.count ? (one, other) : (other, one)
    let sizes = [first.members.count, second.members.count]
    let pairs = sizes[0] * sizes[1]
    let wanted = min(pairs, 2 * Self.enoughLinks * min(sizes[0], sizes[1]))
    guard 2 * (links[small]?[large] ?? 0) >= wanted else { return }
    absorb(small, into: large, link.likeness)
  }

  private mutating func absorb(_ small: Int, into large: Int, _ likeness: Float) {
    guard let gone = groups.removeValue(forKey: small), let kept = groups[large] else { return }
    groups[large] = Group(
      members: kept.members + gone.members,
      likeness: min(gone.likeness, kept.likeness, likeness))
    parent[small] = large
    for (third, count) in links.removeValue(forKey: small) ?? [:] {
      links[third]?[small] = nil
      guard third != large else { continue }
      links[third]?[large, default: 0] += count
      links[large]?[third, default: 0] += count
    }
  }

  private func root(of number: Int) -> Int {
    var root = number
    while let next = parent[root] { root = next }
    return root
  }
}
