internal import ByteText
internal import ImageCodec

/// An image whose packed bytes are not those that were added, and where they wait.
struct TreatedImage: Sendable {
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
  let width: Int
  let height: Int
  let orientation: Int
  let mode: PixelMode
  let sha256: [UInt8]
  let crc32: UInt32
  let bytes: Int
  /// Where in the spool they begin.
  let offset: Int
}
