package import ImageCodec

/// Sketches a picture while its rows pass.
package struct PictureSketcher: RowConsumer {
  /// The least side at which a picture needs to be decoded.
  package static let enoughSide = 128

  private var layout: PixelLayout?
  private var grid: ColourGrid?
  private var narrowed: [UInt8] = []

  /// Makes a sketcher of one picture.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    guard layout.width > 0, layout.height > 0, 1...4 ~= layout.channels else { return }
    self.layout = layout
    grid = ColourGrid(layout: layout)
  }

  package mutating func row(_ y: Int, _ row: Span<UInt8>) {
    guard let layout else { return }
    let count = layout.width * layout.channels
    guard row.count >= count * (layout.bitDepth / 8) else { return }
    guard layout.bitDepth == 16 else {
      grid?.take(y, row)
      return
    }
    var narrow: [UInt8] = []
    swap(&narrow, &narrowed)
    PixelRows.narrow(row, count: count, into: &narrow)
    grid?.take(y, narrow.span)
    swap(&narrow, &narrowed)
  }

  /// The sketch, once all rows have passed; nil if there were none.
  ///
  /// `orientation` is the EXIF value (1…8): the sketch is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureSketch? {
    guard let grid, let layout else { return nil }
    let aspect = Double(layout.width) / Double(layout.height)
    return PictureSketch(grid, aspect: aspect, orientation: orientation)
  }
}
