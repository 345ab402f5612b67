internal import CImageCodecs

/// Encodes a picture as a file without any metadata.
///
/// A JPEG is baseline with optimised tables; from quality 90 its chroma is stored whole, below halved
/// both ways. A PNG is lossless. The same picture gives the same bytes.
///
/// - Parameters:
///   - picture: of a JPEG, 1 or 3 channels of 8 bits.
///   - quality: of a JPEG, 1 to 100 on libjpeg's scale.
/// - Returns: nil when memory is out or a side is more than the format can say.
package func encodeImage(
  _ picture: PixelBuffer, as format: ImageFormat, quality: Int
) -> [UInt8]? {
  let layout = picture.layout
  let wanted = layout.height * layout.bytesPerRow
  guard layout.width > 0, layout.height > 0, picture.samples.count == wanted else { return nil }
  if format == .jpeg {
    guard layout.bitDepth == 8, layout.channels == 1 || layout.channels == 3 else { return nil }
  }
  var description = imgds_picture(
    format: UInt32(format == .jpeg ? IMGDS_FORMAT_JPEG : IMGDS_FORMAT_PNG),
    width: UInt32(layout.width), height: UInt32(layout.height),
    channels: UInt32(layout.channels), depth: UInt32(layout.bitDepth),
    quality: UInt32(min(max(quality, 1), 100)))
  guard let encoding = unsafe imgds_encode(&description, picture.samples) else { return nil }
  defer { unsafe imgds_encoding_destroy(encoding) }
  guard unsafe imgds_encoding_code(encoding) == Int32(IMGDS_DONE) else { return nil }
  var bytes = [UInt8](repeating: 0, count: unsafe imgds_encoding_copy(encoding, nil, 0))
  _ = unsafe imgds_encoding_copy(encoding, &bytes, bytes.count)
  return bytes
}
