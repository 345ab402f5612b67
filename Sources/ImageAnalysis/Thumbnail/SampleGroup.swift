/// A fourth of the boxes of a row of boxes, which take their single pixels from the same row.
///
/// Where in its box a pixel is taken follows the sequence R2 (M. Roberts 2018, the plane's analogue
/// of the golden ratio), so that the pixels cover the picture evenly yet never march in step with a
/// pattern: fine stripes are sampled in their true shares.
struct SampleGroup {
  /// How many groups make a row of boxes.
  static let count = 4

  private let index: Int
  private let boxRow: UInt32

  /// Makes the group of the boxes `index`, `index` + 4, … of a row of boxes.
  init(_ index: Int, boxRow: Int) {
    self.index = index
    self.boxRow = UInt32(truncatingIfNeeded: boxRow)
  }

  /// Whether the group samples row `y` of a row of boxes between two edges.
  @inline(__always)
  func holds(_ y: Int, from start: Int, to end: Int) -> Bool {
    let quarter = UInt32(truncatingIfNeeded: index) &+ boxRow
    let part = (quarter & 3) << 30 | (boxRow &* 0x91E1_0DA5) >> 2
    return y == GridAxis.sample(from: start, to: end, at: part)
  }

  /// Adds the pixels of the group's boxes that are at least half opaque.
  func append(_ row: Span<UInt8>, edges: [Int], channels: Int, to samples: inout PixelList) {
    let edges = edges.span
    let boxes = (edges.count - 2 - index) / Self.count + 1
    guard edges.count > index + 1 else { return }
    let phase = boxRow &* 0x9E37_79B9
    samples.append(boxes) { number in
      let box = number * Self.count + index
      let part = UInt32(truncatingIfNeeded: box) &* 0xC13F_A9A9 &+ phase
      let pixel = GridAxis.sample(from: edges[box], to: edges[box + 1], at: part)
      return PixelRows.opaquePixel(of: row, at: pixel, channels: channels)
    }
  }
}
