internal import ImageCodec

/// The colours of a picture in at most 128 × 128 boxes, over white where it is transparent.
struct ColourGrid: EightBitRowConsumer {
  /// Red, green and blue averages, 0…255, row by row; whole once all rows have passed.
  private(set) var planes: [[Float]]
  private let channels: Int
  private var boxes: BoxRows

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    channels = layout.channels
    boxes = BoxRows(layout: layout)
    let count = boxes.across.boxes * boxes.down.boxes
    planes = Array(repeating: Array(repeating: 255, count: count), count: 3)
  }

  var across: GridAxis { boxes.across }
  var down: GridAxis { boxes.down }

  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard boxes.add(y, row) else { return }
    close()
    boxes.advance()
  }

  private mutating func close() {
    let (sums, edges) = (boxes.sums, across.edges)
    let rows = Float(boxes.height)
    let first = boxes.row * across.boxes
    let hasAlpha = channels.isMultiple(of: 2)
    for box in 0..<across.boxes {
      let part = 1 / (Float(edges[box + 1] - edges[box]) * rows)
      let sum = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: sums[box])) * part
      // Colours are weighed by alpha already, so white fills up what it lets through.
      let white = hasAlpha ? 255 - sum[channels - 1] : 0
      for plane in 0..<3 {
        planes[plane][first + box] = sum[channels > 2 ? plane : 0] + white
      }
    }
  }
}
