package import ByteText

/// One line of the catalog: what was done, when and by whom.
package struct CatalogRecord: Sendable {
  package var time: Timestamp
  package var by: ByteString
  package var change: Change

  /// The changes this version knows.
  ///
  /// Lines of other types are kept in the file and passed over.
  package enum Change: Sendable {
    /// The first line, and later ones that replace fields of the card.
    case dataset(DatasetCard)
    case classAdded(ByteString)
    /// An image came in. Labels and description are not part of it.
    case added(ImageRecord)
    /// An image moved to `className`.
    case labelled(ImageID, className: ByteString, from: ByteString)
    case visibility(ImageID, Visibility)
    case removed(ImageID, className: ByteString)
  }

  package init(time: Timestamp, by: ByteString, change: Change) {
    self.time = time
    self.by = by
    self.change = change
  }
}
