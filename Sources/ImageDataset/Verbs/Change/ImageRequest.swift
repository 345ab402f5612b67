package import ByteText

/// An image that a command is to change, as it was named.
package struct ImageRequest: Sendable {
  /// The argument: an id, a prefix of one, or a path.
  package let image: ByteString
  /// The line of the list or table it came from.
  package let line: Int?
  /// The place that a path names, whatever is there; nil of ids.
  package var namedPlace: ImagePlace? {
    ImagePlace(className: image.parent.lastComponent, fileName: image.lastComponent)
  }

  /// Where it lay when a search found it.
  let place: ImagePlace?

  package init(_ image: ByteString, line: Int? = nil) {
    self.image = image
    self.line = line
    place = nil
  }

  /// An image that a search found.
  init(_ place: ImagePlace) {
    image = place.id.text
    line = nil
    self.place = place
  }
}

/// Which images a command is to change.
package enum ImageSelection: Sendable {
  case named([ImageRequest])
  /// All that a search finds.
  case found(SearchQuery)
}
