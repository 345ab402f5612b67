internal import ImageCodec

/// The luma of a picture in at most 128 × 128 boxes, over white where it is transparent.
///
/// What likeness and sharpness are measured on.
struct LumaGrid: EightBitRowConsumer {
  /// The averages, 0…255, row by row; whole once all rows have passed.
  private(set) var luma: [Float]
  private let channels: Int
  private var boxes: BoxRows

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    channels = layout.channels
    boxes = BoxRows(layout: layout)
    luma = Array(repeating: 255, count: boxes.across.boxes * boxes.down.boxes)
  }

  var across: GridAxis { boxes.across }
  var down: GridAxis { boxes.down }

  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard boxes.add(y, row) else { return }
    close()
    boxes.advance()
  }

  private mutating func close() {
    // White less what alpha lets through, then the colours, which are weighed by alpha.
    let weights: SIMD4<Float> =
      switch channels {
      case 1: [1, 0, 0, 0]
      case 2: [1, -1, 0, 0]
      case 3: [0.299, 0.587, 0.114, 0]
      default: [0.299, 0.587, 0.114, -1]
      }
    let white: Float = channels.isMultiple(of: 2) ? 255 : 0
    RowLoops.luma(
      boxes.sums, between: across.edges, rows: boxes.height, weights: weights, white: white,
      to: &luma, at: boxes.row * across.boxes)
  }
}
