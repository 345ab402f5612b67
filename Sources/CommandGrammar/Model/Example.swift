/// A line to copy, and what it does.
struct Example: Sendable {
  /// A shell line; what begins with `imgds` in it is parsed by a test.
  let line: String
  /// A sentence.
  let meaning: String

  init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
