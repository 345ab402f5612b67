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
}
