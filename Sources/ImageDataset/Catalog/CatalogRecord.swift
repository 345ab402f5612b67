package import ByteText
package import ImageCodec

/// One line of the catalog: what was done, when and by whom.
package struct CatalogRecord: Sendable {
  package var time: Timestamp
  package var by: ByteString
  package var change: Change
  /// Whether it was done to another contributor's image, against the rule.
  package var isForced = false
  /// The command that did it, where it is not the one that usually does.
  package var command: ByteString?

  /// The changes this version knows.
  ///
  /// Lines of other types are kept in the file and passed over.
  package enum Change: Sendable {
    /// The first line, and later ones that replace fields of the card.
    case dataset(DatasetCard)
    case classAdded(ByteString)
    case classRemoved(ByteString)
    /// A class's folder, with all that is in it, has another name.
    case classRenamed(from: ByteString, to: ByteString)
    /// All that is known of a class from then on.
    case classDescribed(ByteString, ClassFacts)
    /// An image came in; one that another dataset had brings its labels and description.
    case added(ImageRecord)
    /// An image lies in `className`: it was moved `from` another, or has these extra labels and no
    /// others from then on.
    case labelled(
      ImageID, className: ByteString, from: ByteString?, labels: [ByteString]? = nil)
    case visibility(ImageID, Visibility)
    /// An image's description from then on; empty if it has none.
    case described(ImageID, ByteString)
    /// A file under an image's id is gone; `format` says of which, where that is not the image's, so
    /// that the image stays.
    case removed(ImageID, className: ByteString, format: ImageFormat? = nil)
    /// An image was removed and its lines were taken out of the catalog: nothing else is told of it.
    case purged
    /// Another dataset was taken in.
    case merged(name: ByteString, images: Int)
  }

  package init(
    time: Timestamp, by: ByteString, change: Change, isForced: Bool = false,
    command: ByteString? = nil
  ) {
    self.time = time
    self.by = by
    self.change = change
    self.isForced = isForced
    self.command = command
  }
}
