internal import ImageCodec

/// The luma of a picture in at most 128 × 128 boxes, over white where it is transparent.
///
/// What likeness and sharpness are measured on, made of 8-bit rows as they pass. A side of 128
/// pixels or fewer has a box a pixel.
struct LumaGrid {
  private static let longest = 128

  let across: GridAxis
  let down: GridAxis
  /// The averages, 0…255, row by row; whole once all rows have passed.
  private(set) var luma: [Float]
  private let channels: Int
  private var sums: ColumnSums
  private var boxRow = 0

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    channels = layout.channels
    across = GridAxis(length: layout.width, boxes: min(layout.width, Self.longest))
    down = GridAxis(length: layout.height, boxes: min(layout.height, Self.longest))
    sums = ColumnSums(edges: across.edges, channels: layout.channels)
    luma = Array(repeating: 255, count: across.boxes * down.boxes)
  }

  /// Takes the next row of 8-bit samples; rows below the picture are left out.
  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard boxRow < down.boxes else { return }
    sums.add(row)
    guard y + 1 >= down.edges[boxRow + 1] else { return }
    sums.gather()
    let rows = down.edges[boxRow + 1] - down.edges[boxRow]
    Self.close(
      sums.boxes, edges: across.edges, rows: Float(rows), channels: channels,
      into: &luma, at: boxRow * across.boxes)
    sums.clear()
    boxRow += 1
  }

  private static func close(
    _ boxes: [SIMD4<UInt32>], edges: [Int], rows: Float, channels: Int, into luma: inout [Float],
    at first: Int
  ) {
    // White less what alpha lets through, then the colours, which are weighed by alpha.
    let weights: SIMD4<Float> =
      switch channels {
      case 1: [1, 0, 0, 0]
      case 2: [1, -1, 0, 0]
      case 3: [0.299, 0.587, 0.114, 0]
      default: [0.299, 0.587, 0.114, -1]
      }
    let white: Float = channels.isMultiple(of: 2) ? 255 : 0
    for box in 0..<boxes.count {
      let part = 1 / (Float(edges[box + 1] - edges[box]) * rows)
      let sum = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: boxes[box])) * weights
      luma[first + box] = white + sum.sum() * part
    }
  }
}
