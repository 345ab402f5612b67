/// Cuts a class of groups and single images, in their order, into parts.
///
/// A group goes where its middle lies when the class is cut at its shares; then the single images, in
/// their order, fill the parts up to their shares. So a part is less than one image away from its share
/// as long as the groups in it hold no more than that and there are single images enough. No part is
/// empty while there are as many units as parts; where single images are too few for that, the order
/// is cut between units.
struct StratumCut {
  let shares: SplitShares

  /// The part of each unit, by how many images each has, in order.
  func parts(of sizes: [Int]) -> [SplitPart] {
    let cuts = shares.cuts(of: sizes.reduce(0, +))
    let below = unitsBelow(cuts, sizes)
    let betweenUnits = parts(cut: shares.clamped(below, sizes.count), count: sizes.count)
    guard sizes.contains(where: { $0 > 1 }) else { return betweenUnits }
    return fillingUp(parts(cut: below, count: sizes.count), sizes, cuts)
      ?? fillingUp(betweenUnits, sizes, cuts) ?? betweenUnits
  }

  /// How many units have their middle below each cut.
  private func unitsBelow(_ cuts: [Int], _ sizes: [Int]) -> [Int] {
    var below = [Int](repeating: 0, count: cuts.count)
    var count = 0
    for size in sizes {
      for index in cuts.indices where 2 * count + size < 2 * cuts[index] { below[index] += 1 }
      count += size
    }
    return below
  }

  private func parts(cut cuts: [Int], count: Int) -> [SplitPart] {
    (0..<count).map { place in shares.parts[cuts.count { $0 <= place }] }
  }

  /// Leaves groups where they are and cuts the single images where the parts are full, at least one in
  /// each part without a group; nil if they are too few for that.
  private func fillingUp(
    _ first: [SplitPart], _ sizes: [Int], _ cuts: [Int]
  ) -> [SplitPart]? {
    var grouped = shares.parts.map { _ in 0 }
    for (part, size) in zip(first, sizes) where size > 1 { grouped[part.rawValue] += size }
    let singles = sizes.count { $0 == 1 }
    guard singles >= grouped.count(where: { $0 == 0 }) else { return nil }
    var last = 0
    let singleCuts = cuts.indices.map { index in
      let least = last + (grouped[index] == 0 ? 1 : 0)
      let most = singles - grouped[(index + 1)...].count { $0 == 0 }
      last = min(max(cuts[index] - grouped[...index].reduce(0, +), least), most)
      return last
    }
    var place = 0
    return zip(first, sizes).map { part, size in
      guard size == 1 else { return part }
      defer { place += 1 }
      return shares.parts[singleCuts.count { $0 <= place }]
    }
  }
}
