internal import ImageCodec

/// The colours of a picture in at most 128 × 128 boxes, over white where it is transparent.
///
/// Made of 8-bit rows as they pass. A side of 128 pixels or fewer has a box a pixel.
struct ColourGrid {
  private static let longest = 128

  let across: GridAxis
  let down: GridAxis
  /// Red, green and blue averages, 0…255, row by row; whole once all rows have passed.
  private(set) var planes: [[Float]]
  private let channels: Int
  private var sums: ColumnSums
  private var boxRow = 0

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    channels = layout.channels
    across = GridAxis(length: layout.width, boxes: min(layout.width, Self.longest))
    down = GridAxis(length: layout.height, boxes: min(layout.height, Self.longest))
    sums = ColumnSums(edges: across.edges, channels: layout.channels)
    planes = Array(repeating: Array(repeating: 255, count: across.boxes * down.boxes), count: 3)
  }

  /// Takes the next row of 8-bit samples; rows below the picture are left out.
  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard boxRow < down.boxes else { return }
    sums.add(row)
    guard y + 1 >= down.edges[boxRow + 1] else { return }
    sums.gather()
    close(rows: Float(down.edges[boxRow + 1] - down.edges[boxRow]))
    sums.clear()
    boxRow += 1
  }

  private mutating func close(rows: Float) {
    let first = boxRow * across.boxes
    let hasAlpha = channels.isMultiple(of: 2)
    for box in 0..<across.boxes {
      let part = 1 / (Float(across.edges[box + 1] - across.edges[box]) * rows)
      let sum = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: sums.boxes[box])) * part
      // Colours are weighed by alpha already, so white fills up what it lets through.
      let white = hasAlpha ? 255 - sum[channels - 1] : 0
      for plane in 0..<3 {
        planes[plane][first + box] = sum[channels > 2 ? plane : 0] + white
      }
    }
  }
}
