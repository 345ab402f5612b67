/// How far a decoder goes before it refuses a picture as `limits`, and how large the rows must be.
package struct DecodeOptions: Sendable {
  /// Width times height; the default is the one of Pillow's bomb check.
  package var maxPixels = 178_956_970
  /// The width of a PNG, whose rows are held several at a time; libpng's own default.
  ///
  /// A JPEG is no wider than 65,500.
  package var maxWidth = 1_000_000
  /// The scans of a JPEG.
  ///
  /// Encoders write about ten. Each costs a pass over the picture, so a picture whose passes have gone
  /// over 1 Gi samples may have 32.
  package var maxScans = 500
  /// The chunks of a PNG that are not image data.
  package var maxMetadataChunks = 65_536
  /// The bytes of a picture that are not image data: metadata, profiles, text, frames of animation.
  package var maxMetadataBytes = 64 << 20
  /// The bytes after the end of a picture, which are read to be hashed and stored.
  ///
  /// A film behind a motion photo has some 30 MiB. A sparse file may claim more than any disk has.
  package var maxTrailingBytes = 256 << 20
  /// When not 0, a JPEG may be decoded at the smallest scale of 8/8, 4/8, 2/8 and 1/8 that leaves both
  /// sides this long.
  ///
  /// Verdict and warnings are the same at every scale.
  package var enoughSide = 0

  package init() {}
}
