package import ByteText

/// Something that a check has to say of a file or a group of files.
package struct Finding: Sendable {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  /// The contract's words; each has one severity.
  package enum Code: String, Sendable, CaseIterable {
    case corrupt, missing, changed, misnamed, stray, leak, catalog
    case notImage = "not-image"
    case className = "class-name"
    case sameBytesClasses = "same-bytes-classes"
    case samePixelsClasses = "same-pixels-classes"
    case badArchive = "bad-archive"
    case unsafeName = "unsafe-name"

    case unrecorded, unchecked
    case sameBytes = "same-bytes"
    case samePixels = "same-pixels"
    case emptyClass = "empty-class"
    case portableName = "portable-name"
    case order
    case nearDuplicate = "near-duplicate"
    case nearDuplicateClasses = "near-duplicate-classes"
    case nearLeak = "near-leak"
    case dark, light, blurry, greyscale
    case oddSize = "odd-size"
    case oddAspect = "odd-aspect"
    case lowInformation = "low-information"
    case labelDoubt = "label-doubt"

    case gps, orientation, cmyk, alpha
    case sixteenBit = "sixteen-bit"
    case privateUnread = "private-unread"

    package var severity: Severity {
      switch self {
      case .corrupt, .missing, .changed, .misnamed, .stray, .leak, .catalog, .notImage, .className,
        .sameBytesClasses, .samePixelsClasses, .badArchive, .unsafeName:
        .error
      case .unrecorded, .unchecked, .sameBytes, .samePixels, .emptyClass, .portableName, .order,
        .nearDuplicate, .nearDuplicateClasses, .nearLeak, .dark, .light, .blurry, .greyscale,
        .oddSize, .oddAspect, .lowInformation, .labelDoubt:
        .warning
      case .gps, .orientation, .cmyk, .alpha, .sixteenBit, .privateUnread:
        .note
      }
    }
  }

  package var code: Code
  /// The file or folder, relative to the dataset, tree or zip.
  package var file: ByteString
  package var message: String
  /// All members, of a finding about a group.
  package var files: [ByteString] = []
  /// What a repair did about it; nil while it stands.
  package var remedy: String?
  /// How alike the members of a group are, or how well a picture can be seen: 0…1.
  package var score: Double?
  package var severity: Severity { code.severity }

  package init(
    _ code: Code, _ file: ByteString, _ message: String, files: [ByteString] = [],
    score: Double? = nil
  ) {
    self.code = code
    self.file = file
    self.message = message
    self.files = files
    self.score = score
  }
}
