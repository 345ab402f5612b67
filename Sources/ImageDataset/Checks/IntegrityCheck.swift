internal import ByteText
internal import ImageCodec
internal import System

/// Asks whether every file is a sound image.
///
/// One that may not be read is a fault, save in a dataset whose catalog calls it private or does not
/// know it. The catalog is asked at the end: an image is recorded as private before it is hidden, and
/// placed before it is recorded.
struct IntegrityCheck: Check {
  /// Types that loaders open though imgds does not, so that nothing is said of their soundness.
  private static let opened: Set<String> = [
    "image/bmp", "image/gif", "image/tiff", "image/webp", "image/x-portable-pixmap",
    "image/x-portable-greymap",
  ]

  private var forbidden: [(place: ImagePlace, words: String)] = []

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    if let fault = picture.fault {
      switch fault {
      case .system(let error):
        if error.isForbidden, let place = picture.picture.place {
          forbidden.append((place, error.words))
        } else {
          report(Finding(.corrupt, file, "it could not be read: \(error.words)"))
        }
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

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    guard !forbidden.isEmpty, let dataset = (subject as? DatasetSubject)?.dataset else { return }
    settle(try CatalogIndex(CatalogFile(dataset.catalogPath)), report)
  }

  /// Says of the images that may not be read what they are by a catalog.
  mutating func settle(_ index: CatalogIndex, _ report: (Finding) -> Void) {
    for (place, words) in forbidden {
      let isPublic = index.entries[place.id]?.visibility == .public
      report(
        Finding(isPublic ? .corrupt : .privateUnread, place.file, "it could not be read: \(words)"))
    }
    forbidden = []
  }
}
