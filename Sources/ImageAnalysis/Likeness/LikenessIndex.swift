/// The signatures of many pictures, in which those that may be like one are found.
///
/// A grid over four of the ``LikenessFeatures``: what a picture may be like lies in its cell or one
/// of the 80 around it, and is there compared by all features, then by the hash in eight positions.
/// A picture costs some 300 bytes.
package struct LikenessIndex: Sendable {
  /// The most candidates of one picture, the nearest first: bounds the work where thousands of
  /// pictures are alike.
  private static let mostCandidates = 48
  /// The most differing bits of the 64 lowest, and of all 143.
  private static let farLow = 10
  private static let far = 28
  private static let cells = LikenessFeatures.cells

  private struct Entry: Sendable {
    let hash: LikenessHash
    let transposed: LikenessHash
  }

  private var windows: [(features: LikenessFeatures, hash: LikenessHash)] = []
  private var transposed: [LikenessHash] = []
  /// By cell, and where each cell begins.
  private var features: [LikenessFeatures] = []
  private var entries: [Entry] = []
  private var numbers: [Int32] = []
  private var starts: [Int] = []

  package init() {}

  /// How many pictures there are.
  package var count: Int { transposed.count }

  /// Adds a picture, whose number is the count before.
  package mutating func append(_ signature: LikenessSignature) {
    windows += signature.windows
    transposed.append(signature.transposed)
  }

  /// Sorts the pictures by cell; due before the first search.
  package mutating func sort() {
    let cells = (0..<count).map { Self.key(windows[$0 * CropWindow.all.count].features) }
    starts = [Int](repeating: 0, count: Self.cells * Self.cells * Self.cells * Self.cells + 1)
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    numbers = (0..<Int32(count)).sorted { (cells[Int($0)], $0) < (cells[Int($1)], $1) }
    entries = numbers.map { number in
      let whole = windows[Int(number) * CropWindow.all.count]
      return Entry(hash: whole.hash, transposed: transposed[Int(number)])
    }
    features = numbers.map { windows[Int($0) * CropWindow.all.count].features }
  }

  private static func key(_ features: LikenessFeatures) -> Int {
    (0..<4).reduce(0) { $0 * cells + features.cell($1) }
  }

  /// What may be the picture `number`, or a crop of it; the nearest first.
  ///
  /// Of two pictures as they are, only the later names the earlier, so no pair comes twice from
  /// that; a crop is named by what it is a crop of.
  package func candidates(of number: Int) -> [LikenessCandidate] {
    var found: [Int32: LikenessCandidate] = [:]
    for (place, window) in CropWindow.all.enumerated() {
      let query = windows[number * CropWindow.all.count + place]
      for range in ranges(around: query.features) {
        for index in range where features[index].isNear(query.features) {
          let other = numbers[index]
          if other == number || (place == 0 && other > number) { continue }
          guard let (turn, distance) = Self.nearest(entries[index], to: query.hash) else {
            continue
          }
          if let known = found[other], known.distance <= distance { continue }
          found[other] = LikenessCandidate(
            other: Int(other), turn: turn, window: window, distance: distance)
        }
      }
    }
    let sorted = found.values.sorted { ($0.distance, $0.other) < ($1.distance, $1.other) }
    return Array(sorted.prefix(Self.mostCandidates))
  }

  /// The entries of the cells around, neighbours along the last feature in one range.
  private func ranges(around features: LikenessFeatures) -> [Range<Int>] {
    func near(_ lane: Int) -> ClosedRange<Int> {
      max(0, features.cell(lane) - 1)...min(Self.cells - 1, features.cell(lane) + 1)
    }
    var ranges: [Range<Int>] = []
    for first in near(0) {
      for second in near(1) {
        for third in near(2) {
          let row = ((first * Self.cells + second) * Self.cells + third) * Self.cells
          let range = starts[row + near(3).lowerBound]..<starts[row + near(3).upperBound + 1]
          if !range.isEmpty { ranges.append(range) }
        }
      }
    }
    return ranges
  }

  @inline(__always)
  private static func nearest(
    _ entry: Entry, to hash: LikenessHash
  ) -> (turn: Turn, distance: Int)? {
    var best: (turn: Turn, distance: Int)?
    let masks = LikenessHash.mirrored
    for number in 0..<8 {
      let stored = number < 4 ? entry.hash : entry.transposed
      let mask = masks[number & 3]
      guard (stored.low ^ mask.low ^ hash.low).nonzeroBitCount <= farLow else { continue }
      let distance = (stored ^ mask).distance(to: hash)
      if distance <= far, distance < best?.distance ?? .max {
        best = (Turn(number: UInt8(number)), distance)
      }
    }
    return best
  }
}

/// A picture that may be like another: turned by `turn`, it may fill a window of that.
package struct LikenessCandidate: Sendable {
  /// Its number in the index.
  package let other: Int
  let turn: Turn
  let window: CropWindow
  let distance: Int
}
