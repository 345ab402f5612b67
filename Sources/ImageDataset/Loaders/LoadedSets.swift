internal import ByteText

/// The images a loader holds: of each split and class, how many.
struct LoadedSets {
  private(set) var counts: [ByteString: [ByteString: Int]] = [:]
  private(set) var unlabelled: [ByteString: Int] = [:]

  mutating func add(_ place: LoadedPlace) {
    if let name = place.className {
      counts[place.split, default: [:]][name, default: 0] += place.times
    } else {
      unlabelled[place.split, default: 0] += place.times
    }
  }

  /// The labels that occur in a split, in all splits for the empty name.
  func labels(of split: ByteString) -> Set<ByteString> {
    if !split.isEmpty { return Set(counts[split].map { Array($0.keys) } ?? []) }
    return Set(counts.values.flatMap(\.keys))
  }

  func images(of split: ByteString) -> Int {
    (counts[split]?.values.reduce(0, +) ?? 0) + (unlabelled[split] ?? 0)
  }

  var images: Int { splits.reduce(0) { $0 + images(of: $1) } }
  var splits: Set<ByteString> { Set(counts.keys).union(unlabelled.keys) }
}
