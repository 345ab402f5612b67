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
    for group in 0..<SampleGroup.count {
      let group = SampleGroup(group, boxRow: boxRow)
      guard group.holds(y, from: down.edges[boxRow], to: down.edges[boxRow + 1]) else { continue }
      group.append(
        row, edges: across.edges, channels: layout.channels, to: &thumbnail.samples)
    }
    if thumbnail.firstOpaque == nil, thumbnail.samples.isEmpty, thumbnail.averages.isEmpty {
      thumbnail.firstOpaque = PixelRows.firstOpaque(in: row, channels: layout.channels)
    }
    sums.add(row)
    guard y + 1 >= down.edges[boxRow + 1] else { return }
    sums.gather()
    let rows = down.edges[boxRow + 1] - down.edges[boxRow]
    Self.close(
      sums.boxes, edges: across.edges, rows: Float(rows), channels: layout.channels,
      greyFrom: boxRow * thumbnail.width, grey: &thumbnail.grey, averages: &thumbnail.averages)
    sums.clear()
    boxRow += 1
  }

  /// Takes in the averages of a row of boxes, whose colours are weighed by alpha.
  private static func close(
    _ boxes: [SIMD4<UInt32>], edges: [Int], rows: Float, channels: Int, greyFrom first: Int,
    grey: inout [Float], averages: inout PixelList
  ) {
    averages.append(boxes.count) { box in
      let part = 1 / (Float(edges[box + 1] - edges[box]) * rows)
      let sum = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: boxes[box])) * part
      let isGrey = channels < 3
      let green = isGrey ? sum[0] : sum[1]
      let blue = isGrey ? sum[0] : sum[2]
      let alpha = channels == 4 ? sum[3] : channels == 2 ? sum[1] : 255
      grey[first + box] = 0.299 * sum[0] + 0.587 * green + 0.114 * blue + (255 - alpha)
      guard alpha >= 127.5 else { return nil }
      let factor = 255 / alpha
      return sample(sum[0] * factor) | sample(green * factor) << 8 | sample(blue * factor) << 16
    }
  }

  @inline(__always)
  private static func sample(_ value: Float) -> UInt32 {
    UInt32(truncatingIfNeeded: Int32(min(value + 0.5, 255)))
  }
}
