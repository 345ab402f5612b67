package import ByteText

/// Reads a command line against the table of commands and options.
///
/// `arguments` are those behind the program's name. Options may stand anywhere, before the command
/// too; `--` ends them. An option given twice counts as given last. Help and the version are given
/// to whoever asks, whatever else stands behind.
package func parse(_ arguments: [ByteString]) throws(UsageError) -> ParsedLine {
  guard !arguments.isEmpty else { return .nothing }
  var reader = ArgumentReader(arguments, options: Command.everyKnownOption, command: nil)
  var help: HelpLength?
  while let argument = try reader.argument() {
    switch argument {
    case .option(let option, let spelledShort, _):
      if option.name == .version { return .version }
      if option.name == .help { help = spelledShort ? .short : .long }
    case .operand(let word):
      var words = arguments
      words.remove(at: reader.place)
      if word == ByteString(Shell.helpWord) { return try parseHelp(words) }
      let command = try commandName(word)
      if let help { return .help(command, help) }
      return try parse(words, for: Command(command))
    }
  }
  if let help { return .help(nil, help) }
  throw UsageError("missing command", see: nil)
}

private func commandName(_ word: ByteString) throws(UsageError) -> CommandName {
  if let name = CommandName(word: word) { return name }
  let message = "unknown command '\(word.displayed)'"
  let known = CommandName.allCases.map(\.word) + [ByteString(Shell.helpWord)]
  if let near = NearestWord.to(word, among: known) {
    throw UsageError("\(message), did you mean '\(near.displayed)'")
  }
  throw UsageError(message, see: nil)
}

private func parseHelp(_ words: [ByteString]) throws(UsageError) -> ParsedLine {
  var reader = ArgumentReader(words, options: Command.universal, command: nil)
  var command: CommandName?
  while let argument = try reader.argument() {
    guard case .operand(let word) = argument else { continue }
    if word == ByteString(Shell.helpWord) { continue }
    guard command == nil else {
      throw UsageError("unexpected operand '\(word.displayed)'", see: nil)
    }
    command = try commandName(word)
  }
  return .help(command, .long)
}

private func parse(
  _ words: [ByteString], for command: Command
) throws(UsageError) -> ParsedLine {
  var reader = ArgumentReader(words, options: command.everyOption, command: command.name)
  var invocation = Invocation(command.name)
  while let argument = try reader.argument() {
    switch argument {
    case .operand(let word):
      invocation.operands.append(word)
    case .option(let option, let spelledShort, let value):
      switch option.name {
      case .version: return .version
      case .help: return .help(command.name, spelledShort ? .short : .long)
      default: invocation.record(option.name, value)
      }
    }
  }
  try check(invocation, against: command)
  return .run(invocation)
}

private func check(_ invocation: Invocation, against command: Command) throws(UsageError) {
  var rest = invocation.operands[...]
  for operand in command.operands {
    let taken = [.one, .optional].contains(operand.count) ? rest.prefix(1) : rest
    if taken.isEmpty, ![.any, .optional].contains(operand.count) {
      throw invocation.usageError("missing \(operand.placeholder)")
    }
    for word in taken {
      if let wrong = operand.kind.fault(in: word) {
        throw invocation.usageError("\(operand.placeholder) \(wrong)")
      }
    }
    rest = rest.dropFirst(taken.count)
  }
  if let word = rest.first {
    throw invocation.usageError("unexpected operand '\(word.displayed)'")
  }
  for rule in command.rules {
    if let violation = rule.violation(in: invocation) {
      throw invocation.usageError(violation)
    }
  }
}
