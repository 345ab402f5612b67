package import ByteText

/// An image of a dataset: its facts, where it lies, and what people said of it.
package struct ImageRecord: Sendable {
  package var facts: ImageFacts
  package var className: ByteString
  /// Extra labels, each once, sorted by bytes.
  package var labels: [ByteString] = []
  package var description: ByteString?
  /// The path it was added from, as it was given.
  package var source: ByteString
  /// The contributor.
  package var by: ByteString
  package var visibility: Visibility
  package var added: Timestamp
  /// What a model took it for when it came in, best first; empty where none was asked.
  package var suggested: [Suggestion] = []

  package var place: ImagePlace {
    ImagePlace(className: className, id: facts.id, format: facts.format)
  }

  package init(
    facts: ImageFacts, className: ByteString, source: ByteString, by: ByteString,
    visibility: Visibility, added: Timestamp
  ) {
    self.facts = facts
    self.className = className
    self.source = source
    self.by = by
    self.visibility = visibility
    self.added = added
  }
}
