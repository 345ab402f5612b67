internal import ByteText

/// A picture and what reading it to its last byte has shown.
struct ExaminedPicture: Sendable {
  let picture: Picture
  /// Nil if the bytes could not be read, or were not asked for.
  let examination: Examination?
  /// Why they could not be read.
  let fault: PictureFault?

  /// The facts of a sound image.
  var facts: ImageFacts? {
    try? examination?.verdict.get()
  }
}
