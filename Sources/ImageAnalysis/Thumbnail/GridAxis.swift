/// One side of a picture cut into boxes of whole pixels.
///
/// Box `i` of `k` over `n` pixels holds the pixels whose centres lie in its `k`-th of the side, so
/// every pixel belongs to exactly one box: Pillow's BOX filter does the same.
struct GridAxis {
  /// Where the boxes begin, and behind them the end of the last: one more than there are boxes.
  let edges: [Int]

  /// Cuts `length` pixels into `boxes`, which is 1…length.
  init(length: Int, boxes: Int) {
    edges = (0...boxes).map { ($0 * length + boxes / 2) / boxes }
  }

  var boxes: Int { edges.count - 1 }

  /// One pixel between two edges, at a part of the way that is given in 2³²ths.
  @inline(__always)
  static func sample(from start: Int, to end: Int, at part: UInt32) -> Int {
    start + Int((UInt64(part) &* UInt64(end - start)) >> 32)
  }
}
