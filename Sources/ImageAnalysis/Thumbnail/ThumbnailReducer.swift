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
  /// Whether every box is one opaque pixel: its average is the pixel, and no other stands for it.
  private let isWhole: Bool
  private var sums: ColumnSums
  private var samples: SampleGrid
  private var boxRow = 0
  private var narrowed: [UInt8] = []

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    let size = GridSize(width: layout.width, height: layout.height)
    self.layout = layout
    count = layout.width * layout.channels
    isWhole =
      size.width == layout.width && size.height == layout.height
      && !layout.channels.isMultiple(of: 2)
    across = GridAxis(length: layout.width, boxes: size.width)
    down = GridAxis(length: layout.height, boxes: size.height)
    sums = ColumnSums(edges: across.edges, channels: layout.channels)
    samples = SampleGrid(width: layout.width, height: layout.height, boxes: size)
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
    if isWhole {
      thumbnail.keep(row, channels: layout.channels, at: boxRow)
      boxRow += 1
      return
    }
    samples.take(y, row, channels: layout.channels, to: &thumbnail.samples)
    if thumbnail.firstOpaque == nil, thumbnail.samples.isEmpty, thumbnail.averages.isEmpty {
      thumbnail.firstOpaque = PixelRows.firstOpaque(in: row, channels: layout.channels)
    }
    sums.add(row)
    guard y + 1 >= down.edges[boxRow + 1] else { return }
    sums.gather()
    thumbnail.close(
      sums.boxes, edges: across.edges, rows: down.edges[boxRow + 1] - down.edges[boxRow],
      channels: layout.channels, at: boxRow)
    sums.clear()
    boxRow += 1
  }
}
