internal import ByteText

/// How one loader reads a tree: a pure function of names, and of what reading the files has shown.
protocol LoaderModel {
  /// Where the loader puts a file: nowhere, in one place, or in several.
  ///
  /// Asked once for each file, folders in order, so that a model may remember what it has met.
  mutating func places(of file: LoaderFile) -> [LoadedPlace]
  /// The classes of a split in index order, of all splits for the empty name.
  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString]
  /// What else is lost or changed, once every file has been placed.
  func remarks(on sets: LoadedSets) -> [LoaderRemark]

  /// The endings it opens, lower case.
  var endings: Set<ByteString> { get }
  /// The splits it makes whether or not a file is in them.
  var splits: [ByteString] { get }
  /// What it calls the split that a folder of this name is.
  func name(ofSplit folder: ByteString) -> ByteString
  /// Whether it numbers classes in each split anew.
  var numbersEachSplit: Bool { get }
  /// What it does with an EXIF orientation, as a verb; nil if it shows no pixels.
  var turning: String? { get }
  /// Whether it opens the images on a pass over them.
  var opensImages: Bool { get }
}

extension LoaderModel {
  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    sets.labels(of: split).sorted()
  }
  func remarks(on sets: LoadedSets) -> [LoaderRemark] { [] }
  func name(ofSplit folder: ByteString) -> ByteString { folder }
  var numbersEachSplit: Bool { true }
  var turning: String? { "ignores" }
  var opensImages: Bool { true }
}
