internal import ByteText
internal import System

extension Subject {
  /// Those of some files that are there at once.
  ///
  /// Looks twice: a file that is moved from the second place to the first between two looks would
  /// else be taken for two files.
  func together(_ files: [ByteString]) -> [ByteString] {
    files.filter(isStill).filter(isStill)
  }

  /// What reading a picture has shown, read again where it is now if it was gone.
  ///
  /// Others may move it away, and back, as often as they like; after some tries it is told of as it is.
  ///
  /// - Returns: nil if it is not there any more, or is met again.
  func settled(
    _ examined: ExaminedPicture, _ examine: (Picture) -> ExaminedPicture
  ) -> ExaminedPicture? {
    var examined = examined
    for pause in [0, 0, 1, 2, 4, 8, 16, 32, 64, 128] {
      guard examined.isGone else { return examined }
      Clocks.pause(milliseconds: pause)
      guard let picture = found(examined.picture) else { return nil }
      examined = examine(picture)
    }
    return examined
  }
}
