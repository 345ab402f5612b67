package import ByteText
package import ImageAnalysis
package import ImageCodec

/// What is known of a picture from its bytes alone: the same bytes always give the same facts.
package struct ImageFacts: Sendable {
  package var id: ImageID { ImageID(digest: sha256) }
  /// The digest of the file's bytes, 32 bytes.
  package var sha256: [UInt8]
  /// The size of the file.
  package var bytes: Int
  /// The CRC-32 of the file's bytes as zip has it; nil where an older catalog lacks it.
  package var crc32: UInt32?
  package var format: ImageFormat
  /// Columns and rows as stored, before any orientation is applied.
  package var width: Int
  package var height: Int
  /// The EXIF value, 1 to 8.
  package var orientation: Int
  package var mode: PixelMode
  /// Up to five, largest share first.
  package var colours: [DominantColour]
  /// The perceptual hash of the upright picture.
  package var fingerprint: UInt64
  /// The name of the embedded ICC profile, if there is one.
  package var icc: ByteString?
  /// Whether the EXIF data tell where the picture was taken.
  package var hasGPS: Bool
  /// What the decoder found odd though every pixel is there.
  package var warnings: [ByteString]
}
