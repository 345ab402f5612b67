/// A kind of file that is decoded here, told from its first bytes.
package enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  /// Begins FF D8 FF (ITU-T T.81, B.1.1).
  case jpeg
  /// Begins with the eight bytes of the PNG signature (PNG, third edition, 5.2).
  case png

  /// The word used in records: `jpeg` or `png`.
  package var name: String { rawValue }

  /// The ending under which every loader opens the file, without a dot.
  package var fileExtension: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    }
  }

  /// The MIME type.
  package var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    }
  }
}
