/// How the rows given to a ``RowConsumer`` lie in memory.
///
/// Samples are interleaved. 16-bit samples are `UInt16` in the machine's own byte order.
package struct PixelLayout: Sendable, Hashable {
  /// Pixels in a row.
  package var width: Int
  /// The number of rows.
  package var height: Int
  /// 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha (not premultiplied).
  package var channels: Int
  /// Bits of a sample: 8 or 16.
  package var bitDepth: Int
  /// Bytes of a row; rows have no padding.
  package var bytesPerRow: Int

  /// Makes a layout of unpadded rows.
  package init(width: Int, height: Int, channels: Int, bitDepth: Int) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bitDepth = bitDepth
    bytesPerRow = width * channels * bitDepth / 8
  }
}
