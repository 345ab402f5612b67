package import ByteText

/// What became of one input, or something to know of a class that was made.
package enum AddResult: Sendable {
  case added(ImageRecord)
  /// The same bytes were in the same class already.
  ///
  /// `staysPublic` if it was to be private and is not.
  case duplicate(source: ByteString, ImagePlace, staysPublic: Bool = false)
  case refused(Refusal)
  /// A new class has a name that will make trouble elsewhere.
  case classWarning(ClassWarning)
}

/// What `add` did in all.
package struct AddSummary: Sendable {
  package var added = 0
  package var duplicates = 0
  package var refused = 0
  /// Hidden entries and links to folders that a walk passed over.
  package var skipped = 0
  /// Images of the dataset that could not be learnt from, where classes were to be suggested.
  package var unread = 0
  /// The size of the images added.
  package var bytes = 0
  package var seconds = 0.0

  package init() {}

  mutating func count(_ result: AddResult) {
    switch result {
    case .added(let record):
      added += 1
      bytes += record.facts.bytes
    case .duplicate: duplicates += 1
    case .refused: refused += 1
    case .classWarning: return
    }
  }
}
