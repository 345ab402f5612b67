internal import ByteText

extension Subject {
  /// Those of some files that are there at once.
  ///
  /// Looks twice: a file that is moved from the second place to the first between two looks would
  /// else be taken for two files.
  func together(_ files: [ByteString]) -> [ByteString] {
    files.filter(isStill).filter(isStill)
  }
}
