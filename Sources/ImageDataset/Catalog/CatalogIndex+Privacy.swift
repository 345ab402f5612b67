internal import ByteText
internal import System

extension CatalogIndex {
  /// Images that the catalog calls private and that other accounts may read, sorted by their files.
  func shownThoughPrivate(in dataset: Dataset) throws(SystemError) -> [ImagePlace] {
    var places: [ImagePlace] = []
    for entry in entries.values where entry.visibility == .private {
      guard let format = entry.format else { continue }
      let place = ImagePlace(className: className(of: entry), id: entry.id, format: format)
      do {
        let status = try Files.status(dataset.path.appending(place.file), followingLinks: false)
        if status.kind == .regular, ImageModes.isShown(status.mode) { places.append(place) }
      } catch {
        guard error.isMissing || error.isForbidden else { throw error }
      }
    }
    return places.sorted { $0.file < $1.file }
  }
}
