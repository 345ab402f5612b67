package import ImageCodec

/// Sketches a picture while its rows pass.
package struct PictureSketcher: RowConsumer {
  /// The least side at which a picture needs to be decoded.
  package static let enoughSide = 128

  private var rows: EightBitRows<ColourGrid>?

  /// Makes a sketcher of one picture.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    rows = EightBitRows(layout, to: ColourGrid.init)
  }

  package mutating func row(_ y: Int, _ row: Span<UInt8>) {
    rows?.take(y, row)
  }

  /// The sketch, once all rows have passed; nil if there were none.
  ///
  /// `orientation` is the EXIF value (1…8): the sketch is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureSketch? {
    guard let rows else { return nil }
    let aspect = Double(rows.layout.width) / Double(rows.layout.height)
    return PictureSketch(rows.consumer, aspect: aspect, orientation: orientation)
  }
}
