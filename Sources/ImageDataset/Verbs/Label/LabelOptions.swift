package import ByteText

/// What `label` is asked to do.
package struct LabelOptions: Sendable {
  /// An image, the class it shall have, and the table's line that says so.
  package struct Request: Sendable {
    package let image: ByteString
    package let className: ByteString
    package let line: Int?

    package init(image: ByteString, className: ByteString, line: Int? = nil) {
      self.image = image
      self.className = className
      self.line = line
    }
  }

  package var requests: [Request]
  package var contributor: ByteString
  /// Whether images of other contributors are moved too.
  package var isForced = false

  package init(requests: [Request], contributor: ByteString) {
    self.requests = requests
    self.contributor = contributor
  }
}

/// What became of one request.
package enum LabelResult: Sendable {
  /// It lies at the place now, and lay in another class before.
  case labelled(ImagePlace, from: ByteString)
  case unchanged(ImagePlace)
  case refused(Refusal)
}

/// What `label` did in all.
package struct LabelSummary: Sendable {
  package var labelled = 0
  package var unchanged = 0
  package var refused = 0
}
