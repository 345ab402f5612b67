/// Takes the pixels of one picture, row by row.
package protocol RowConsumer {
  /// Called once, before any large allocation and before the first row.
  ///
  /// `workingBytes` is what decoding will hold beyond a few rows: the whole picture of an interlaced
  /// PNG, the coefficients of a JPEG of several scans, else 0. A consumer may wait here until a
  /// shared budget has room. `layout` is that of the rows delivered, smaller than the header's size
  /// where a scale was asked for.
  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int)

  /// One row, top to bottom, of `layout.bytesPerRow` bytes; valid only during the call.
  mutating func row(_ y: Int, _ samples: Span<UInt8>)
}
