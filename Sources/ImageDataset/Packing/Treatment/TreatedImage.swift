internal import ArchiveFormats
internal import ByteText

/// An image whose packed bytes are not those that were added, and where they wait.
///
/// An object, so that images that nobody treats have but a reference.
final class TreatedImage: Sendable {
  /// How the packed bytes came about.
  enum Encoding: Sendable {
    /// The coded pixels are those that were added.
    case stripped
    case jpeg(quality: Int)
    case png

    /// The word in the metadata, beside `original`.
    var word: ByteString {
      switch self {
      case .stripped: "stripped"
      case .jpeg(let quality): ByteString("jpeg \(quality)")
      case .png: "png"
      }
    }
  }

  let encoding: Encoding
  let shape: PictureShape
  let digest: SHA256Digest
  let crc32: UInt32
  let bytes: Int
  /// Where in the spool they begin.
  let offset: Int

  init(
    encoding: Encoding, shape: PictureShape, digest: SHA256Digest, crc32: UInt32, bytes: Int,
    offset: Int
  ) {
    (self.encoding, self.shape, self.digest) = (encoding, shape, digest)
    (self.crc32, self.bytes, self.offset) = (crc32, bytes, offset)
  }
}
