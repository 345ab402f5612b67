internal import ByteText
internal import System

/// Tells where the catalog has an image that lies in the tree.
///
/// Only asked when an image is in the tree before it is added, so the catalog is read when that
/// happens for the first time, and what others appended since is read when it happens again.
struct RecordedPlaces {
  private let dataset: Dataset
  private var index: CatalogIndex?
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
    if index == nil {
      index = try CatalogIndex(file)
    } else {
      try index?.update(from: file)
    }
    guard let index, let entry = index.entries[place.id] else { return .nowhere }
    let name = index.className(of: entry)
    return name == place.className ? .here(entry.visibility) : .elsewhere(name)
  }

  /// Remembers what is about to be appended.
  mutating func insert(_ place: ImagePlace, _ visibility: Visibility) {
    fresh[place.id] = (place.className, visibility)
  }
}
