internal import ByteText
internal import System

/// Tells whether the catalog has an image where it lies.
///
/// Only asked when an image is in the tree before it is added, so the catalog is read when that
/// happens for the first time, and what others appended since is read when it happens again.
struct RecordedPlaces {
  private let dataset: Dataset
  private var index: CatalogIndex?
  private var fresh: [ImageID: ByteString] = [:]

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  mutating func contains(_ place: ImagePlace) throws(SystemError) -> Bool {
    if fresh[place.id] == place.className { return true }
    let file = try CatalogFile(dataset.catalogPath)
    if index == nil {
      index = try CatalogIndex(file)
    } else {
      try index?.update(from: file)
    }
    guard let index, let entry = index.entries[place.id] else { return false }
    return index.className(of: entry) == place.className
  }

  /// Remembers what is about to be appended.
  mutating func insert(_ place: ImagePlace) {
    fresh[place.id] = place.className
  }
}
