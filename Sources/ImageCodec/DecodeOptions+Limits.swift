internal import CImageCodecs

extension imgds_limits {
  /// The limits of some options as the C decoder takes them.
  init(_ options: DecodeOptions) {
    self.init(
      pixels: UInt64(clamping: options.maxPixels), side: UInt32(clamping: options.maxWidth),
      scans: UInt32(clamping: options.maxScans),
      chunks: UInt32(clamping: options.maxMetadataChunks),
      metadata_bytes: UInt64(clamping: options.maxMetadataBytes),
      trailing_bytes: UInt64(clamping: options.maxTrailingBytes),
      enough_side: UInt32(clamping: options.enoughSide))
  }
}
