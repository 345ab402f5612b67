internal import ImageCodec

/// A picture's rows summed into rows of boxes as they pass.
struct BoxRows {
  let across: GridAxis
  let down: GridAxis
  /// The row of boxes that is summed; their count once all rows have passed.
  private(set) var row = 0
  private var columns: ColumnSums

  /// Prepares for rows of a layout whose sides are at least 1, cut into so many boxes.
  init(layout: PixelLayout, across: Int, down: Int) {
    self.across = GridAxis(length: layout.width, boxes: across)
    self.down = GridAxis(length: layout.height, boxes: down)
    columns = ColumnSums(edges: self.across.edges, channels: layout.channels)
  }

  /// The same with at most 128 boxes a side: one of 128 pixels or fewer has a box a pixel.
  init(layout: PixelLayout) {
    self.init(layout: layout, across: min(layout.width, 128), down: min(layout.height, 128))
  }

  var isComplete: Bool { row >= down.boxes }

  /// The sums of each box of the row, once that is whole, channel by channel, colours weighed by alpha.
  var sums: [SIMD4<UInt32>] { columns.boxes }

  /// How many rows of pixels the row of boxes has.
  var height: Int { down.edges[row + 1] - down.edges[row] }

  /// Adds the next row of 8-bit samples; rows below the picture are left out.
  ///
  /// - Returns: whether the row of boxes is whole, so that ``sums`` are to be taken before
  ///   ``advance()``.
  mutating func add(_ y: Int, _ samples: Span<UInt8>) -> Bool {
    guard !isComplete else { return false }
    columns.add(samples)
    guard y + 1 >= down.edges[row + 1] else { return false }
    columns.gather()
    return true
  }

  /// Goes on to the next row of boxes.
  mutating func advance() {
    columns.clear()
    row += 1
  }
}
