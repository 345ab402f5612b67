internal import ByteText
internal import ImageCodec
internal import System

/// The class folders of a dataset as they are on disk; the tree itself is the index of images.
struct ClassTree {
  let dataset: Dataset
  private(set) var names: [ByteString]

  init(_ dataset: Dataset) throws(DatasetError) {
    self.dataset = dataset
    names = try dataset.classNames()
  }

  /// The same without some classes.
  func without(_ others: Set<ByteString>) -> ClassTree {
    var tree = self
    tree.names.removeAll(where: others.contains)
    return tree
  }

  /// Looks at the disk again.
  mutating func refresh() throws(DatasetError) {
    names = try dataset.classNames()
  }

  /// The class whose folder holds an image: one look-up a class, `first` before the others.
  func holder(of place: ImagePlace, first: ByteString) throws(SystemError) -> ByteString? {
    for name in CollectionOfOne(first) where try Files.exists(path(of: place, in: name)) {
      return name
    }
    for name in names where name != first {
      if try Files.exists(path(of: place, in: name)) { return name }
    }
    return nil
  }

  /// The classes in whose folders an image lies, one look-up a class.
  func holders(of place: ImagePlace) throws(SystemError) -> [ByteString] {
    var holders: [ByteString] = []
    for name in names where try Files.exists(path(of: place, in: name)) { holders.append(name) }
    return holders
  }

  /// Whether an image lies in some class.
  func isAnywhere(_ id: ImageID) throws(SystemError) -> Bool {
    for format in ImageFormat.allCases {
      let place = ImagePlace(className: "", id: id, format: format)
      for name in names where try Files.exists(path(of: place, in: name)) { return true }
    }
    return false
  }

  func path(of place: ImagePlace, in className: ByteString) -> ByteString {
    dataset.path.appending(className).appending(place.fileName)
  }

  func contains(_ name: ByteString) -> Bool {
    names.contains(name)
  }

  /// Makes a class folder, or says why the file system will not hold it apart from another.
  mutating func make(_ name: ByteString) throws(SystemError) -> String? {
    do {
      try Files.makeFolder(dataset.path.appending(name))
    } catch {
      guard error.isTaken else { throw error }
      return whyTaken(name)
    }
    plan(name)
    return nil
  }

  /// What ``make(_:)`` would say, without making anything.
  func fault(ofMaking name: ByteString) throws(SystemError) -> String? {
    do {
      _ = try Files.status(dataset.path.appending(name), followingLinks: false)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
    return whyTaken(name)
  }

  /// Takes a class for made.
  mutating func plan(_ name: ByteString) {
    names.append(name)
    names.sort()
  }

  private func whyTaken(_ name: ByteString) -> String {
    guard let twin = names.first(where: { ClassName.folded($0) == ClassName.folded(name) }) else {
      return "there is a file of that name"
    }
    return "the file system cannot tell it from '\(twin.displayed)'"
  }

  /// What to warn of when a class is made: its own name, and a twin where cases are folded.
  func warnings(about name: ByteString) -> [String] {
    let twins = names.filter { $0 != name && ClassName.folded($0) == ClassName.folded(name) }
    return ClassName.warnings(about: name)
      + twins.map { "Windows and macOS cannot tell it from '\($0.displayed)'" }
  }
}
