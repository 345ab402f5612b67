import Testing

/// A rule that looks at each line of code for what must not stand there.
struct PatternRule: Sendable, CustomTestStringConvertible {
  /// What the rule says, as the message of its violations.
  let message: String
  /// Beginnings of paths where it does not hold.
  var exceptions: [String] = []
  /// Whether comments and literals count too.
  var readsComments = false
  /// A regular expression; text, since a compiled one cannot be shared between threads.
  let pattern: String

  var testDescription: String { message }

  /// The lines of a file that break the rule.
  func violations(in file: SourceFile) throws -> [Violation] {
    guard !file.isBelow(exceptions) else { return [] }
    let regex = try Regex(pattern)
    let lines = (readsComments ? file.text : file.code).lines
    return zip(1..., lines).filter { $1.contains(regex) }
      .map { Violation(path: file.path, line: $0.0, message: message) }
  }
}
