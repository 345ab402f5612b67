import ByteText

/// A relation between the words of a command that no single option can check.
enum Rule: Sendable {
  /// One of these options must be given, and no second one.
  case exactlyOne(of: [OptionName])
  /// The two options contradict each other.
  case excludes(OptionName, OptionName)
  /// The option stands in place of all operands from the given place on.
  case replaces(OptionName, operandsFrom: Int, named: String)
  /// The option means nothing unless the operand `-` asks for standard input.
  case needsStandardInput(OptionName)

  /// The option means nothing unless one of the others is given.
  case needs(OptionName, anyOf: [OptionName])
  /// The option means nothing, or cannot be had, when the other has this value.
  case contradicts(OptionName, OptionName, value: String)

  /// What the words break, or nil: lower case, the way out included.
  func violation(in invocation: Invocation) -> String? {
    switch self {
    case .exactlyOne(let names):
      let given = names.filter(invocation.isGiven)
      if given.count == 1 { return nil }
      if given.isEmpty { return "give " + Self.list(names, joinedBy: "or") }
      return "give only one of " + Self.list(given, joinedBy: "and")
    case .excludes(let first, let second):
      guard invocation.isGiven(first), invocation.isGiven(second) else { return nil }
      return "'\(first.spelling)' and '\(second.spelling)' exclude each other"
    case .replaces(let option, let place, let placeholder):
      let hasOperands = invocation.operands.count > place
      if invocation.isGiven(option) == hasOperands {
        return hasOperands
          ? "'\(option.spelling)' takes the place of \(placeholder)s, give only one of both"
          : "missing \(placeholder)"
      }
      return nil
    case .needsStandardInput(let option):
      guard invocation.isGiven(option), !invocation.operands.dropFirst().contains("-") else {
        return nil
      }
      return "'\(option.spelling)' is for words on standard input, give '-' too"
    case .needs(let option, let others):
      guard invocation.isGiven(option), !others.contains(where: invocation.isGiven) else {
        return nil
      }
      return "'\(option.spelling)' does nothing without " + Self.list(others, joinedBy: "or")
    case .contradicts(let option, let other, let value):
      guard invocation.isGiven(option), invocation.value(other) == ByteString(value) else {
        return nil
      }
      return "'\(option.spelling)' and '\(other.spelling) \(value)' exclude each other"
    }
  }

  private static func list(_ names: [OptionName], joinedBy word: String) -> String {
    let quoted = names.map { "'\($0.spelling)'" }
    let front = quoted.dropLast().joined(separator: ", ")
    return front.isEmpty ? quoted.joined() : "\(front) \(word) \(quoted.suffix(1).joined())"
  }
}
