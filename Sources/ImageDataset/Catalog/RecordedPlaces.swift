internal import ByteText
internal import System

/// Tells where the catalog has an image that lies in the tree.
///
/// Only asked when an image is in the tree before it is added: whether it was recorded, and is not hidden,
/// the tree cannot say. The first is looked for alone, from the catalog's end; when it happens again,
/// the catalog is read whole, and after that what others appended since.
struct RecordedPlaces {
  private let dataset: Dataset
  private var index: CatalogIndex?
  private var isAskedAgain = false
  private var fresh: [ImageID: (className: ByteString, visibility: Visibility)] = [:]

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  /// What the catalog says of an image that lies at a place.
  enum Sight: Equatable {
    case here(Visibility)
    case nowhere
    case elsewhere(ByteString)
  }

  mutating func look(for place: ImagePlace) throws(SystemError) -> Sight {
    if let own = fresh[place.id], own.className == place.className {
      return .here(own.visibility)
    }
    let file = try CatalogFile(dataset.catalogPath)
    guard isAskedAgain else {
      isAskedAgain = true
      return Self.sight(of: place, in: try CatalogIndex(file, of: place.id))
    }
    if index == nil {
      index = try CatalogIndex(file)
    } else {
      try index?.update(from: file)
    }
    return index.map { Self.sight(of: place, in: $0) } ?? .nowhere
  }

  private static func sight(of place: ImagePlace, in index: CatalogIndex) -> Sight {
    guard let entry = index.entries[place.id] else { return .nowhere }
    let name = index.className(of: entry)
    return name == place.className ? .here(entry.visibility) : .elsewhere(name)
  }

  /// Remembers what is about to be appended.
  mutating func insert(_ place: ImagePlace, _ visibility: Visibility) {
    fresh[place.id] = (place.className, visibility)
  }
}
