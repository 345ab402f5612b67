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

    case gps, orientation, cmyk, alpha
    case sixteenBit = "sixteen-bit"
    case privateUnread = "private-unread"

    package var severity: Severity {
      switch self {
      case .corrupt, .missing, .changed, .misnamed, .stray, .leak, .catalog, .notImage, .className,
        .sameBytesClasses, .samePixelsClasses, .badArchive, .unsafeName:
        .error
      case .unrecorded, .unchecked, .sameBytes, .samePixels, .emptyClass, .portableName, .order:
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
  package var severity: Severity { code.severity }

  package init(_ code: Code, _ file: ByteString, _ message: String, files: [ByteString] = []) {
    self.code = code
    self.file = file
    self.message = message
    self.files = files
  }
}
