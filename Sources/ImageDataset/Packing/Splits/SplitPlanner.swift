internal import ByteText

/// Says the part of each image.
///
/// Within a class the groups of images stand in the order of their keys (``ContentOrder``); a single
/// image is a group of its own, and the key of a group is that of its member with the least id. The
/// class is cut at its shares (``StratumCut``). A group of several classes is cut with the class that
/// most of its images have, of equal ones the first by bytes.
///
/// Images that an earlier split has stay where they were. Of the others each goes, groups first and in
/// the order of keys, to the part that lacks most to its share, of equal ones the first; a group with
/// members in the earlier split follows the most of them.
struct SplitPlanner {
  let shares: SplitShares
  let order: ContentOrder
  var groups = SplitGroups()
  /// The parts of an earlier split.
  var earlier: [ImageID: SplitPart] = [:]

  /// An image as far as it matters here.
  struct Item {
    let id: ImageID
    let className: ByteString
    let sha256: [UInt8]
  }

  /// Images that stay together, in the class they are cut with.
  private struct Unit {
    var key: UInt64
    var members: [Int]
  }

  /// The part of each item, by its place in the list, whatever the order of the list is.
  func parts(of items: [Item]) -> [SplitPart] {
    var parts = items.map { earlier[$0.id] ?? .train }
    for units in strata(of: items) {
      let assigned =
        earlier.isEmpty
        ? StratumCut(shares: shares).parts(of: units.map(\.members.count)) : fill(units, items)
      for (unit, part) in zip(units, assigned) {
        for member in unit.members where earlier[items[member].id] == nil { parts[member] = part }
      }
    }
    return parts
  }

  /// The units of each class, in the order of their keys.
  private func strata(of items: [Item]) -> [[Unit]] {
    let together = Dictionary(grouping: items.indices) {
      groups.representative(of: items[$0].id)
    }
    var strata: [ByteString: [Unit]] = [:]
    for members in together.values {
      let least = members.min { items[$0].id < items[$1].id } ?? members[0]
      let unit = Unit(key: order.key(items[least].sha256), members: members)
      strata[commonest(members.map { items[$0].className }), default: []].append(unit)
    }
    return strata.values.map { units in
      units.sorted { ($0.key, items[$0.members[0]].id) < ($1.key, items[$1.members[0]].id) }
    }
  }

  private func commonest(_ names: [ByteString]) -> ByteString {
    guard names.count > 1 else { return names[0] }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? names[0]
  }

  /// The part of each unit of a class of which some images have theirs.
  private func fill(_ units: [Unit], _ items: [Item]) -> [SplitPart] {
    let cuts = shares.cuts(of: units.reduce(0) { $0 + $1.members.count })
    let bounds = [0] + cuts + [units.reduce(0) { $0 + $1.members.count }]
    var lacks = shares.parts.indices.map { bounds[$0 + 1] - bounds[$0] }
    var assigned = units.map { unit -> SplitPart? in
      var kept = [Int](repeating: 0, count: lacks.count)
      for member in unit.members {
        if let part = earlier[items[member].id] { kept[part.rawValue] += 1 }
      }
      let most = kept.indices.max { (kept[$0], -$0) < (kept[$1], -$1) }
      guard let most, kept[most] > 0 else { return nil }
      for part in kept.indices { lacks[part] -= kept[part] }
      lacks[most] -= unit.members.count - kept.reduce(0, +)
      return SplitPart(rawValue: most)
    }
    let groupsFirst =
      units.indices.filter { units[$0].members.count > 1 }
      + units.indices.filter { units[$0].members.count == 1 }
    for place in groupsFirst where assigned[place] == nil {
      let most = lacks.indices.max { (lacks[$0], -$0) < (lacks[$1], -$1) } ?? 0
      lacks[most] -= units[place].members.count
      assigned[place] = SplitPart(rawValue: most)
    }
    return assigned.map { $0 ?? .train }
  }
}
