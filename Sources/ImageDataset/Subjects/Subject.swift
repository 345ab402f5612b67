internal import ByteText

/// A collection of pictures in classes: a dataset, a tree of folders or a packed zip.
protocol Subject: AnyObject {
  /// Passes over many pictures at once of which there is nothing to say, if it can; ``next(_:)`` gives
  /// the others.
  ///
  /// - Parameter pass: is told of pictures of a class, each once.
  func sweep(
    _ report: (Finding) -> Void, _ pass: (ByteString, [ImagePlace]) -> Void
  ) throws
  /// The next picture, classes and names in the order of their bytes, or nil at the end.
  ///
  /// What is wrong with names and folders on the way goes to `report`.
  func next(_ report: (Finding) -> Void) throws -> Picture?
  /// The classes met so far, empty ones too, with the split each was met in.
  var classes: [SubjectClass] { get }
  /// Whether all that is there is met; not of an archive whose directory is broken.
  var isWhole: Bool { get }
  /// Whether a file that was met is still where it was: others may move it to another class meanwhile.
  func isStill(_ file: ByteString) -> Bool
  /// Where a picture is that was gone when it was to be read; nil if it is nowhere, or was met there.
  func found(_ picture: Picture) -> Picture?
  /// Whether a picture was met before, in a class that it has left since.
  func isRepeat(_ picture: Picture) -> Bool
  /// Whether a class in which nothing was met is there and empty now.
  func isEmpty(_ owner: SubjectClass) -> Bool
}

extension Subject {
  func sweep(
    _ report: (Finding) -> Void, _ pass: (ByteString, [ImagePlace]) -> Void
  ) throws {}
  var isWhole: Bool { true }
  func isStill(_ file: ByteString) -> Bool { true }
  func found(_ picture: Picture) -> Picture? { isStill(picture.file) ? picture : nil }
  func isRepeat(_ picture: Picture) -> Bool { false }
  func isEmpty(_ owner: SubjectClass) -> Bool { true }
}

/// A class of a subject.
struct SubjectClass: Hashable {
  let split: ByteString?
  let name: ByteString

  /// The path of its folder below the subject.
  var folder: ByteString { (split ?? "").appending(name) }
}
