/// Counts of keys, of which the same often comes several times in a row.
struct Tally<Key: Hashable & Sendable>: Sendable {
  private var counts: [Key: Int] = [:]
  private var last: Key?
  private var lastCount = 0

  mutating func add(_ key: Key) {
    if key != last {
      settle()
      last = key
    }
    lastCount += 1
  }

  mutating func merge(_ other: Tally) {
    counts.merge(other.settled, uniquingKeysWith: +)
  }

  /// The count of every key.
  var settled: [Key: Int] {
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
