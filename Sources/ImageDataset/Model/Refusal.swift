package import ByteText

/// An input that was not taken, and why.
package struct Refusal: Error, Sendable {
  /// The contract's words for why; a script may branch on them.
  package enum Code: String, Sendable {
    case notImage = "not-image"
    case unsupportedFormat = "unsupported-format"
    case corrupt
    case limits
    case conflict
    case empty
    case unreadable
    case notAFile = "not-a-file"
    case className = "class-name"
    case noClass = "no-class"
    case notFound = "not-found"
    case ambiguous
    case notYours = "not-yours"
    case unsure
    case strict
  }

  /// An image of the dataset that stands in the way.
  package struct Holder: Sendable {
    package let id: ImageID
    package let className: ByteString
    package let file: ByteString
  }

  /// The input as it was given.
  package var source: ByteString
  package var code: Code
  /// What is wrong and where, in words a person can act on.
  package var message: String
  /// What the bytes are, where they were looked at.
  package var mediaType: String?
  /// The line of the table that asked for it.
  package var line: Int?
  package var holder: Holder?

  package init(
    source: ByteString, code: Code, message: String, mediaType: String? = nil, line: Int? = nil,
    holder: Holder? = nil
  ) {
    self.source = source
    self.code = code
    self.message = message
    self.mediaType = mediaType
    self.line = line
    self.holder = holder
  }
}
