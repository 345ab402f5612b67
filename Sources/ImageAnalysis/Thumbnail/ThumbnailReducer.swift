internal import ImageCodec

/// Makes a thumbnail of rows as they pass.
///
/// Rows are first summed downwards, which costs one widening addition a sample; the sums are summed
/// across only at the end of a row of boxes. Colours count by their opacity, as in Pillow's BOX
/// reduction of RGBA. Memory is a few rows.
struct ThumbnailReducer {
  /// What is made; whole once all rows have passed.
  private(set) var thumbnail: Thumbnail
  private let layout: PixelLayout
  private let count: Int
  private let across: GridAxis
  private let down: GridAxis
  private var sums: ColumnSums
  private var boxRow = 0
  private var narrowed: [UInt8] = []

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    let size = GridSize(width: layout.width, height: layout.height)
    self.layout = layout
    count = layout.width * layout.channels
    across = GridAxis(length: layout.width, boxes: size.width)
    down = GridAxis(length: layout.height, boxes: size.height)
    sums = ColumnSums(edges: across.edges, channels: layout.channels)
    thumbnail = Thumbnail(width: size.width, height: size.height)
  }

  /// Takes the next row; rows below the picture or short of its width are left out.
  mutating func take(_ y: Int, _ samples: Span<UInt8>) {
    guard boxRow < down.boxes, samples.count >= count * (layout.bitDepth / 8) else { return }
    guard layout.bitDepth == 16 else {
      takeNarrow(y, samples)
      return
    }
    var row: [UInt8] = []
    swap(&row, &narrowed)
    PixelRows.narrow(samples, count: count, into: &row)
    takeNarrow(y, row.span)
    swap(&row, &narrowed)
  }

  private mutating func takeNarrow(_ y: Int, _ row: Span<UInt8>) {
    if y == down.samples[boxRow] {
      PixelRows.appendSamples(
        of: row, at: across.samples, channels: layout.channels, to: &thumbnail.samples)
    }
    sums.add(row)
    guard y + 1 >= down.edges[boxRow + 1] else { return }
    sums.gather()
    let rows = down.edges[boxRow + 1] - down.edges[boxRow]
    for (box, sum) in sums.boxes.enumerated() {
      let pixels = Float((across.edges[box + 1] - across.edges[box]) * rows)
      close(SIMD4<Float>(sum) / pixels)
    }
    sums.clear()
    boxRow += 1
  }

  /// Takes in the average of a box, its colours weighed by alpha.
  @inline(__always)
  private mutating func close(_ average: SIMD4<Float>) {
    let isGrey = layout.channels < 3
    let alpha: Float
    switch layout.channels {
    case 2: alpha = average[1]
    case 4: alpha = average[3]
    default: alpha = 255
    }
    let colour =
      isGrey
      ? SIMD3(repeating: average[0]) : SIMD3(average[0], average[1], average[2])
    let luma =
      isGrey ? average[0] : 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    thumbnail.grey.append(luma + (255 - alpha))
    guard alpha >= 127.5 else { return }
    let plain = (alpha == 255 ? colour : colour * (255 / alpha)) + 0.5
    let packed = SIMD3<UInt32>(plain.clamped(lowerBound: .zero, upperBound: .init(repeating: 255)))
    thumbnail.averages.append(packed[0] | packed[1] << 8 | packed[2] << 16)
  }
}
