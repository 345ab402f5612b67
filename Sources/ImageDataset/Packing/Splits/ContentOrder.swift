internal import ArchiveFormats
internal import ByteText

/// An order of images that follows from their content and a seed alone.
///
/// The key of an image is the first eight bytes, most significant first, of the SHA-256 of the text
/// `imgds SEED ` and the 32 bytes of the image's own SHA-256. So nobody's names, times or classes
/// show in it, and an image has the same key in every dataset.
struct ContentOrder: Sendable {
  private let start: SHA256

  init(seed: Int) {
    var start = SHA256()
    let text = Array("imgds \(seed) ".utf8)
    start.update(text.span)
    self.start = start
  }

  /// The key of an image, by its digest of 32 bytes.
  func key(_ sha256: [UInt8]) -> UInt64 {
    var digest = start
    digest.update(sha256.span)
    return digest.finish().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
