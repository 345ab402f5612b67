internal import ByteText
internal import ImageCodec
internal import System

/// What a dataset says of its classes: what was noted of them, and an image that stands for each.
///
/// Private images of others stand for none.
struct ClassKnowledge {
  private let dataset: Dataset
  private let facts: [ByteString: ClassFacts]
  private let hidden: Set<ImageID>
  private let names: Set<ByteString>
  private var references: [ByteString: ByteString?] = [:]

  /// Reads the catalog, and looks which class folders there are.
  ///
  /// - Parameter contributor: who may see the private images that are theirs.
  init(_ dataset: Dataset, for contributor: ByteString) throws {
    self.dataset = dataset
    let index = try CatalogIndex(CatalogFile(dataset.catalogPath))
    facts = index.classFacts
    hidden = Set(
      index.entries.values.lazy
        .filter { $0.visibility == .private && index.owner(of: $0) != contributor }.map(\.id))
    names = Set(try dataset.classNames())
  }

  func facts(of className: ByteString) -> ClassFacts {
    facts[className] ?? ClassFacts()
  }

  /// The image that was chosen to show a class, below the dataset, if it is there.
  func chosenReference(of className: ByteString) throws(SystemError) -> ByteString? {
    guard let id = facts[className]?.reference, !hidden.contains(id) else { return nil }
    for format in ImageFormat.allCases {
      let file = ImagePlace(className: className, id: id, format: format).file
      if try Files.exists(dataset.path.appending(file)) { return file }
    }
    return nil
  }

  /// Whether a file below the dataset is an image that the contributor is not to see.
  func hides(_ file: ByteString) -> Bool {
    ImagePlace(className: file.parent, fileName: file.lastComponent)
      .map { hidden.contains($0.id) } ?? false
  }

  /// The image that was chosen to show a class, else its first one.
  mutating func reference(of className: ByteString) throws(SystemError) -> ByteString? {
    if let known = references[className] { return known }
    guard names.contains(className) else { return nil }
    var reference = try chosenReference(of: className)
    if reference == nil {
      let listing = try FolderListing(of: dataset.path.appending(className))
      let place = listing.lazy.compactMap {
        ImagePlace(className: className, fileName: $0.name)
      }.first { !hidden.contains($0.id) }
      reference = place?.file
    }
    references[className] = .some(reference)
    return reference
  }
}
