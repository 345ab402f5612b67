/// What a file says beside its pixels, taken away or carried over; no pixel is touched.
package enum ImageMetadata {
  /// A file without EXIF, XMP, IPTC, comments, texts, thumbnails, time, unknown segments and bytes
  /// behind its end.
  ///
  /// What decoders need stays, and what says how colours are meant (the ICC profile, the Adobe
  /// segment, gamma and the like). An orientation other than 1 stays as an EXIF block that holds
  /// nothing else.
  ///
  /// - Returns: nil if the file cannot be taken apart.
  package static func stripped(
    _ bytes: [UInt8], format: ImageFormat, orientation: Int
  ) -> [UInt8]? {
    switch format {
    case .jpeg: strippedJPEG(bytes, orientation)
    case .png: strippedPNG(bytes, orientation)
    }
  }

  /// A file fresh from ``encodeImage(_:as:quality:)`` with the colour metadata of the original, and
  /// the orientation if it is not 1.
  ///
  /// - Parameter keepsProfile: false where the samples are no longer of the kind the profile is for.
  package static func dressed(
    _ encoded: [UInt8], like original: [UInt8], format: ImageFormat, orientation: Int,
    keepsProfile: Bool
  ) -> [UInt8] {
    let isTurned = orientation != 1
    switch format {
    case .jpeg:
      let segments = keepsProfile ? JPEGSegments(original)?.segments ?? [] : []
      let headSize = 2 + 18
      return encoded.prefix(headSize)
        + (isTurned ? JPEGSegments.Segment.exif(orientation: orientation) : [])
        + segments.filter(\.isProfile).flatMap(\.bytes) + encoded.dropFirst(headSize)
    case .png:
      let chunks = keepsProfile ? PNGChunks(original)?.chunks ?? [] : []
      let headSize = 8 + 25
      return encoded.prefix(headSize) + chunks.filter(\.saysColour).flatMap(\.bytes)
        + (isTurned ? PNGChunks.exif(orientation: orientation) : []) + encoded.dropFirst(headSize)
    }
  }

  private static func strippedJPEG(_ bytes: [UInt8], _ orientation: Int) -> [UInt8]? {
    guard let segments = JPEGSegments(bytes)?.segments else { return nil }
    var stripped: [UInt8] = [0xFF, 0xD8]
    stripped.reserveCapacity(bytes.count)
    if let header = segments.lazy.compactMap(\.plainJFIF).first { stripped += header }
    if orientation != 1 { stripped += JPEGSegments.Segment.exif(orientation: orientation) }
    for segment in segments where segment.isNeeded { stripped += segment.bytes }
    return stripped + [0xFF, 0xD9]
  }

  private static func strippedPNG(_ bytes: [UInt8], _ orientation: Int) -> [UInt8]? {
    guard let chunks = PNGChunks(bytes)?.chunks else { return nil }
    var stripped = PNGChunks.signature
    stripped.reserveCapacity(bytes.count)
    var hasOrientation = orientation == 1
    for chunk in chunks where chunk.isNeeded {
      if !hasOrientation, chunk.type == "IDAT" {
        stripped += PNGChunks.exif(orientation: orientation)
        hasOrientation = true
      }
      stripped += chunk.bytes
    }
    return stripped
  }
}
