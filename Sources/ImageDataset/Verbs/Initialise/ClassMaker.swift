internal import ByteText
internal import System

extension DatasetError {
  /// A class that the file system cannot hold.
  static func unmakeableClass(_ name: ByteString, _ fault: String) -> DatasetError {
    .usage("cannot make class '\(name.displayed)': \(fault)")
  }
}

/// Makes class folders and collects what is to be said of their names.
struct ClassMaker {
  private(set) var tree: ClassTree
  private(set) var made: [ByteString] = []
  private(set) var warnings: [ClassWarning] = []

  init(_ dataset: Dataset) throws(DatasetError) {
    tree = try ClassTree(dataset)
  }

  /// Makes a class, or takes up an empty folder that is there.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` if the file system cannot hold the name apart.
  mutating func make(_ name: ByteString) throws {
    guard !made.contains(name) else { return }
    if !tree.contains(name), let fault = try tree.make(name) {
      throw DatasetError.unmakeableClass(name, fault)
    }
    made.append(name)
    warnings += tree.warnings(about: name).map { ClassWarning(className: name, message: $0) }
  }
}
