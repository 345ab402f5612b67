/// What `remove` is asked to do.
package struct RemoveOptions: Sendable {
  package var selection: ImageSelection
  package var requester: Requester
  /// Whether everything is looked up and told, and nothing changed.
  package var isDryRun = false
  /// Whether the catalog is to keep nothing of the images but that there was one.
  package var isPurging = false

  package init(_ selection: ImageSelection, by requester: Requester) {
    self.selection = selection
    self.requester = requester
  }
}

/// What became of one request.
package enum RemoveResult: Sendable {
  case removed(ImagePlace)
  /// Told behind a copy that was removed: the image is that of another class now, where one stays.
  case labelled(LabelledImage)
  /// It was gone already; its place if that is known.
  case absent(ImageRequest, ImagePlace?)
  case refused(Refusal)
}

/// What `remove` did in all.
package struct RemoveSummary: Sendable {
  package var removed = 0
  package var absent = 0
  package var refused = 0
  /// Private images of others that the search would have found.
  package var leftOut = 0

  mutating func count(_ result: RemoveResult) {
    switch result {
    case .removed: removed += 1
    case .absent: absent += 1
    case .refused: refused += 1
    case .labelled: break
    }
  }
}
