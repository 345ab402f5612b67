import ByteText

/// A relation between the words of a command that no single option can check.
enum Rule: Sendable {
  /// One of these options must be given, and no second one.
  case exactlyOne(of: [OptionName])
  /// The two options contradict each other.
  case excludes(OptionName, OptionName)
  /// One of these options must be given, and there may be more.
  case atLeastOne(of: [OptionName])
  /// Each of the options stands in place of all operands from the given place on.
  case replace([OptionName], operandsFrom: Int, named: String)
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
    case .atLeastOne(let names):
      return names.contains(where: invocation.isGiven)
        ? nil : "give " + Self.list(names, joinedBy: "or")
    case .replace(let names, let place, let placeholder):
      let hasOperands = invocation.operands.count > place
      let given = names.filter(invocation.isGiven)
      if given.count > 1 { return "give only one of " + Self.list(given, joinedBy: "and") }
      guard let option = given.first else {
        return hasOperands ? nil : "missing \(placeholder)"
      }
      return hasOperands
        ? "'\(option.spelling)' takes the place of \(placeholder)s, give only one of both" : nil
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
