/// A place for words that are no options.
struct Operand: Sendable {
  /// How many words the place takes.
  enum Count: Sendable {
    case one
    case optional
    case any
    case oneOrMore
  }

  let placeholder: String
  let count: Count
  let kind: WordKind
  /// What the words mean, in the mark-up of ``InlineText``.
  let meaning: String

  init(_ placeholder: String, _ count: Count, _ kind: WordKind, _ meaning: String) {
    self.placeholder = placeholder
    self.count = count
    self.kind = kind
    self.meaning = meaning
  }

  /// How usage lines show it, in the mark-up of ``InlineText``: `DATASET`, `[CLASS...]`, `PATH...`.
  var synopsis: String {
    switch count {
    case .one: "*\(placeholder)*"
    case .optional: "[*\(placeholder)*]"
    case .any: "[*\(placeholder)*...]"
    case .oneOrMore: "*\(placeholder)*..."
    }
  }

  static let dataset = Operand("DATASET", .one, .folder, "The dataset's folder.")
}
