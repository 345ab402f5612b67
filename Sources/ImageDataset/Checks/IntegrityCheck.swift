internal import ByteText
internal import ImageCodec
internal import System

/// Asks whether every file is a sound image.
///
/// One that may not be read is another's private image in a dataset, and a fault anywhere else.
struct IntegrityCheck: Check {
  /// Types that loaders open though imgds does not, so that nothing is said of their soundness.
  private static let opened: Set<String> = [
    "image/bmp", "image/gif", "image/tiff", "image/webp", "image/x-portable-pixmap",
    "image/x-portable-greymap",
  ]

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    if let fault = picture.fault {
      switch fault {
      case .system(let error) where error.isForbidden && picture.picture.place != nil:
        report(Finding(.privateUnread, file, "it could not be read: \(error.words)"))
      case .system(let error):
        report(Finding(.corrupt, file, "it could not be read: \(error.words)"))
      case .archive(let finding):
        report(finding)
      }
      return
    }
    guard case .failure(let refusal) = picture.examination?.verdict else { return }
    switch refusal.code {
    case .unsupportedFormat where refusal.mediaType.map(Self.opened.contains) ?? false:
      report(Finding(.unchecked, file, refusal.message))
    case .notImage, .unsupportedFormat:
      report(Finding(.notImage, file, refusal.message))
    case .corrupt, .limits, .empty, .readFailed:
      report(Finding(.corrupt, file, refusal.message))
    }
  }
}
