package import ByteText

/// What `label` is asked to do.
package struct LabelOptions: Sendable {
  /// What shall be true of every image; what is nil or empty stays as it is.
  package struct Change: Sendable {
    package var className: ByteString?
    /// Extra labels to have, and to have no more.
    package var also: [ByteString] = []
    package var drop: [ByteString] = []
    /// Empty to have none.
    package var description: ByteString?
    package var visibility: Visibility?

    package init() {}
  }

  package var selection: ImageSelection
  package var change: Change
  /// Tells the class of each picture, in place of a selection and one class for all.
  package var table: LabelTable?
  package var requester: Requester

  package init(_ selection: ImageSelection, _ change: Change, by requester: Requester) {
    self.selection = selection
    self.change = change
    self.requester = requester
  }
}

/// An image after `label`, and what there is to tell of it.
package struct LabelledImage: Sendable {
  package let place: ImagePlace
  /// The class it was in before, if that was another one.
  package var from: ByteString?
  /// Its extra labels, if those were to change.
  package var labels: [ByteString]?
  /// Its visibility, if that was to change.
  package var visibility: Visibility?

  init(_ place: ImagePlace) {
    self.place = place
  }
}

/// What became of one request.
package enum LabelResult: Sendable {
  case labelled(LabelledImage)
  /// Everything asked for was so already.
  case unchanged(LabelledImage)
  case refused(Refusal)
}

/// What `label` did in all.
package struct LabelSummary: Sendable {
  package var labelled = 0
  package var unchanged = 0
  package var refused = 0
  /// Private images of others that the search would have found.
  package var leftOut = 0

  mutating func count(_ result: LabelResult) {
    switch result {
    case .labelled: labelled += 1
    case .unchanged: unchanged += 1
    case .refused: refused += 1
    }
  }
}
