/// What a picture is, known before its pixels are decoded.
package struct ImageHeader: Sendable, Hashable {
  package var format: ImageFormat
  /// Pixels across, as stored: the orientation is not applied.
  package var width: Int
  /// Pixels down, as stored.
  package var height: Int
  package var mode: PixelMode

  package init(format: ImageFormat, width: Int, height: Int, mode: PixelMode) {
    self.format = format
    self.width = width
    self.height = height
    self.mode = mode
  }
}
