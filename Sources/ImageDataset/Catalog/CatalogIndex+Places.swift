internal import ByteText

/// The catalog beside what lies in the tree.
///
/// A name in the tree says id and format. A file of the other format under an image's id, as
/// `mogrify -format jpg` leaves it beside a PNG, is not that image.
extension CatalogIndex {
  /// What the catalog has of the image that a place names, in whatever class it has it.
  func entry(for place: ImagePlace) -> Entry? {
    entries[place.id].flatMap { $0.isOf(place) ? $0 : nil }
  }

  /// Whether the catalog has an image at just this place.
  func has(_ place: ImagePlace) -> Bool {
    entry(for: place).map { className(of: $0) == place.className } ?? false
  }

  /// Whether what the catalog has, or had, under an id is an image of another format than a place
  /// names.
  func knowsAnother(than place: ImagePlace) -> Bool {
    entries.lastKnown(place.id).map { !$0.isOf(place) } ?? false
  }
}

extension CatalogIndex.Entry {
  /// Whether a place names this image, in whatever class.
  func isOf(_ place: ImagePlace) -> Bool {
    id == place.id && (format == nil || format == place.format)
  }
}
