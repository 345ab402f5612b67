internal import ByteText
internal import System

/// A picture and what reading it to its last byte has shown.
struct ExaminedPicture: Sendable {
  let picture: Picture
  /// Nil if the bytes could not be read, or were not asked for.
  let examination: Examination?
  /// Why they could not be read.
  let fault: PictureFault?

  /// Whether nothing was asked but what the name tells.
  var isUnread: Bool { examination == nil && fault == nil }

  /// Whether there was no such file any more when it was to be read.
  var isGone: Bool {
    guard case .system(let error) = fault else { return false }
    return error.isMissing
  }

  /// The facts of a sound image.
  var facts: ImageFacts? {
    try? examination?.verdict.get()
  }
}
