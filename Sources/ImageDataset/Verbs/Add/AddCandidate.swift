internal import ByteText

/// An input of `add`: a path and the class it shall go into, or why it cannot.
struct AddCandidate: Sendable {
  let source: ByteString
  let outcome: Result<ByteString, Refusal>

  init(_ source: ByteString, into className: ByteString) {
    self.source = source
    outcome = .success(className)
  }

  init(_ refusal: Refusal) {
    source = refusal.source
    outcome = .failure(refusal)
  }
}
