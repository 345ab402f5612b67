/// An order of pictures in which any first part stands for the whole: the first of every class, then
/// the second of every class that has two, and so on.
enum MixedOrder {
  /// The numbers of pictures with these classes.
  static func of(_ labels: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: (labels.max() ?? -1) + 1)
    let ranks = labels.map { label in
      defer { counts[label] += 1 }
      return counts[label]
    }
    return labels.indices.sorted {
      (ranks[$0], labels[$0], $0) < (ranks[$1], labels[$1], $1)
    }
  }
}
