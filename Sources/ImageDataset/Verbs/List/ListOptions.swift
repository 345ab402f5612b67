package import ByteText

/// What `list` is asked to do.
package struct ListOptions: Sendable {
  package var query = SearchQuery()
  /// Whose private images are among those looked at.
  package var contributor: ByteString
  /// A picture, to give the nearest first: an id of the dataset or a file.
  package var like: ByteString?
  /// What to sort by; nil for the order in which images were added.
  package var order: ListOrder?
  /// Whether the last comes first.
  package var isReversed = false
  /// How many to give at most.
  package var limit: Int?

  package init(contributor: ByteString) {
    self.contributor = contributor
  }

  /// Whether images come in the order of the catalog, all of them.
  var isPlain: Bool { !isArranged && limit == nil }

  /// Whether images come in another order than the catalog's.
  var isArranged: Bool { like != nil || order != nil || isReversed }

  /// What only the lines say of how images are arranged.
  var measure: LineMeasure? {
    if like != nil { return .fingerprint }
    return switch order {
    case .added: .added
    case .bytes: .bytes
    case .height: .height
    case .mode: .mode
    case .source: .source
    case .width: .width
    case .by, .class, .format, .id, nil: nil
    }
  }
}

/// What images can be sorted by; equal ones stay in the order in which they were added.
package enum ListOrder: String, CaseIterable, Sendable {
  case added, by, bytes, `class`, format, height, id, mode, source, width
}

/// An image that was found.
package struct ListedImage: Sendable {
  package let record: ImageRecord
  /// How many bits of its fingerprint differ from that of the picture it was compared with, 0 to 64.
  package let distance: Int?
}

/// What `list` found.
package struct ListSummary: Sendable {
  package var images = 0
  /// Private images of others, whether they fit or not.
  package var leftOut = 0
  package var faults: [CatalogFault]
}

/// A line of the catalog that is no record.
package struct CatalogFault: Sendable {
  package let line: Int
  package let message: String
}
