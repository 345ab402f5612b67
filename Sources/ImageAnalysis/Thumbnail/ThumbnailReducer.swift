internal import ImageCodec

/// Makes a thumbnail of rows as they pass.
///
/// Rows are first summed downwards, which costs one widening addition a sample; the sums are summed
/// across only at the end of a row of boxes. Colours count by their opacity, as in Pillow's BOX
/// reduction of RGBA. Memory is a few rows.
struct ThumbnailReducer: EightBitRowConsumer {
  /// What is made; whole once all rows have passed.
  private(set) var thumbnail: Thumbnail
  private let channels: Int
  /// Whether every box is one opaque pixel: its average is the pixel, and no other stands for it.
  private let isWhole: Bool
  private var boxes: BoxRows
  private var samples: SampleGrid

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    let size = GridSize(width: layout.width, height: layout.height)
    channels = layout.channels
    isWhole =
      size.width == layout.width && size.height == layout.height
      && !layout.channels.isMultiple(of: 2)
    boxes = BoxRows(layout: layout, across: size.width, down: size.height)
    samples = SampleGrid(width: layout.width, height: layout.height, boxes: size)
    thumbnail = Thumbnail(width: size.width, height: size.height)
  }

  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard !boxes.isComplete else { return }
    if isWhole {
      thumbnail.keep(row, channels: channels, at: boxes.row)
      boxes.advance()
      return
    }
    samples.take(y, row, channels: channels, to: &thumbnail.samples)
    if thumbnail.firstOpaque == nil, thumbnail.samples.isEmpty, thumbnail.averages.isEmpty {
      thumbnail.firstOpaque = PixelRows.firstOpaque(in: row, channels: channels)
    }
    guard boxes.add(y, row) else { return }
    thumbnail.close(
      boxes.sums, edges: boxes.across.edges, rows: boxes.height, channels: channels, at: boxes.row)
    boxes.advance()
  }
}
