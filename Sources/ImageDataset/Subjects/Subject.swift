internal import ByteText

/// A collection of pictures in classes: a dataset, a tree of folders or a packed zip.
protocol Subject: AnyObject {
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
}

extension Subject {
  var isWhole: Bool { true }
  func isStill(_ file: ByteString) -> Bool { true }
}

/// A class of a subject.
struct SubjectClass: Hashable {
  let split: ByteString?
  let name: ByteString

  /// The path of its folder below the subject.
  var folder: ByteString { (split ?? "").appending(name) }
}
