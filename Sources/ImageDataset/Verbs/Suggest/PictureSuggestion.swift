package import ByteText

/// A class that a picture may belong to.
package struct SuggestedClass: Sendable {
  package let className: ByteString
  /// How probable it is, 0…1.
  package let score: Double
  /// What was noted of the class.
  package var facts = ClassFacts()
  /// An image of the class, below the dataset: the one that stands for it, else the one most like the
  /// picture.
  package var reference: ByteString?
}

/// What is suggested for a picture.
package struct PictureSuggestion: Sendable {
  /// The path as it was given.
  package let source: ByteString
  package let time: Timestamp
  /// Who asked.
  package let by: ByteString
  /// Best first.
  package let classes: [SuggestedClass]
}

/// What became of one input of `suggest`.
package enum SuggestResult: Sendable {
  case suggestion(PictureSuggestion)
  case refused(Refusal)
}

/// What `suggest` did in all.
package struct SuggestSummary: Sendable {
  package var suggestions = 0
  package var refused = 0
  /// Hidden entries and links to folders that a walk passed over.
  package var skipped = 0
  package var seconds = 0.0
  /// Images of the dataset that could not be learnt from.
  package var unread = 0
  /// Whether there was anything to learn from.
  package var hasLearnt = true
}
