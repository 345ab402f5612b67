/// What an option takes: its name in help and the kind of word it is.
struct Value: Sendable, Hashable {
  let placeholder: String
  let kind: WordKind

  init(_ placeholder: String, _ kind: WordKind) {
    self.placeholder = placeholder
    self.kind = kind
  }
}
