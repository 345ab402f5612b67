internal import ByteText
internal import ImageCodec
internal import System

/// What a dataset says of its classes: what was noted of them, and an image that stands for each.
struct ClassKnowledge {
  private let dataset: Dataset
  private let facts: [ByteString: ClassFacts]
  private let names: Set<ByteString>
  private var references: [ByteString: ByteString?] = [:]

  /// Reads the catalog, and looks which class folders there are.
  init(_ dataset: Dataset) throws {
    self.dataset = dataset
    facts = try CatalogIndex(CatalogFile(dataset.catalogPath)).classFacts
    names = Set(try dataset.classNames())
  }

  func facts(of className: ByteString) -> ClassFacts {
    facts[className] ?? ClassFacts()
  }

  /// The image that was chosen to show a class, below the dataset, if it is there.
  func chosenReference(of className: ByteString) throws(SystemError) -> ByteString? {
    guard let id = facts[className]?.reference else { return nil }
    for format in ImageFormat.allCases {
      let file = ImagePlace(className: className, id: id, format: format).file
      if try Files.exists(dataset.path.appending(file)) { return file }
    }
    return nil
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
      }.first
      reference = place?.file
    }
    references[className] = .some(reference)
    return reference
  }
}
