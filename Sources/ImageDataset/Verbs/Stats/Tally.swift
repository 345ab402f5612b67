/// Counts of keys, of which the same often comes several times in a row.
struct Tally<Key: Hashable & Sendable>: Sendable {
  private var counts: [Key: Int] = [:]
  private var last: Key?
  private var lastCount = 0

  /// Counts a key, or with a negative number takes it out again.
  mutating func add(_ key: Key, times: Int = 1) {
    if key != last {
      settle()
      last = key
    }
    lastCount += times
  }

  mutating func merge(_ other: Tally) {
    counts.merge(other.everything, uniquingKeysWith: +)
  }

  /// The count of every key that is there.
  var settled: [Key: Int] {
    everything.filter { $0.value != 0 }
  }

  private var everything: [Key: Int] {
    var copy = self
    copy.settle()
    return copy.counts
  }

  private mutating func settle() {
    if let last { counts[last, default: 0] += lastCount }
    last = nil
    lastCount = 0
  }
}
