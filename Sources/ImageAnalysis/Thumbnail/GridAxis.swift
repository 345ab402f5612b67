/// One side of a picture cut into boxes of whole pixels.
///
/// Box `i` of `k` over `n` pixels holds the pixels whose centres lie in its `k`-th of the side, so
/// every pixel belongs to exactly one box: Pillow's BOX filter does the same.
struct GridAxis {
  /// Where the boxes begin, and behind them the end of the last: one more than there are boxes.
  let edges: [Int]
  /// One pixel of every box, spread so that regular patterns are not met in step.
  let samples: [Int]

  /// Cuts `length` pixels into `boxes`, which is 1…length.
  init(length: Int, boxes: Int) {
    edges = (0...boxes).map { ($0 * length + boxes / 2) / boxes }
    var samples: [Int] = []
    samples.reserveCapacity(boxes)
    for (index, pair) in zip(edges, edges.dropFirst()).enumerated() {
      let spread = (UInt32(truncatingIfNeeded: index) &+ 1) &* 0x9E37_79B9
      samples.append(pair.0 + Int((UInt64(spread) * UInt64(pair.1 - pair.0)) >> 32))
    }
    self.samples = samples
  }

  var boxes: Int { samples.count }
}
