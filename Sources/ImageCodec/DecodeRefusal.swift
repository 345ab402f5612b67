/// Why a stream was not decoded.
package struct DecodeRefusal: Error, Sendable, Hashable {
  /// The kinds of refusal, which the words of the contract follow.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// No image of any type.
    case notImage
    /// A real image of another type, or of a kind the decoder cannot do.
    case unsupportedFormat
    /// Truncated or damaged, so that pixels would be missing or made up.
    case corrupt
    /// More pixels, scans, chunks or memory than allowed.
    case limits
    /// No byte at all.
    case empty
    /// The stream could not be read.
    case readFailed
  }

  package var code: Code
  /// The MIME type found from the bytes; nil when there were none.
  package var mediaType: String?
  /// What is wrong and where, in lower case, without a full stop.
  package var message: String

  package init(code: Code, mediaType: String?, message: String) {
    self.code = code
    self.mediaType = mediaType
    self.message = message
  }
}
