/// How often the colours of a picture occur, in boxes of 8 × 8 × 8 values.
///
/// Boxes stand in the order of their first pixels, so the same pixels give the same histogram.
struct ColourHistogram {
  /// Which boxes occur, each a number of 15 bits.
  let found: [UInt16]
  /// The sums of red, green and blue of each of them, and the count.
  let sums: [SIMD4<UInt32>]
  /// How many pixels were counted.
  let total: Int

  /// Counts pixels packed as 0xBBGGRR, fewer than 65,536.
  init(_ list: PixelList) {
    (found, sums) = list.boxes()
    total = list.count
  }

  /// The boxes of at least so many pixels.
  func boxes(of least: Int) -> [UInt16] {
    var boxes: [UInt16] = []
    for (box, sum) in zip(found, sums) where sum[3] >= least { boxes.append(box) }
    return boxes
  }
}
