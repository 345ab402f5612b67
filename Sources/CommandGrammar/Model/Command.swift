/// A command's entry in the table, from which parser, help, manual and completions are made.
struct Command: Sendable {
  let name: CommandName
  /// One line: lower case, no full stop, no mark-up.
  let summary: String
  let operands: [Operand]
  /// The command's own options and those shared with others; without ``universal``.
  let options: [Option]
  var rules: [Rule] = []
  /// Paragraphs of the manual, in the mark-up of ``InlineText``.
  let description: [String]
  let examples: [Example]
  let exits: [ExitStatus]

  /// Every option the command takes.
  var everyOption: [Option] { options + Self.universal }

  /// What every command takes.
  static let universal = [
    Option(
      .help, short: "h", "show help (-h: a line an option)",
      details: ["Shows this page; `-h` shows a line an option."]),
    Option(.version, short: "V", "show the version", details: ["Shows the version."]),
  ]

  /// The options of all commands, each name once.
  static let everyKnownOption: [Option] = {
    var seen: Set<OptionName> = []
    return (CommandName.allCases.flatMap { Command($0).options } + universal)
      .filter { seen.insert($0.name).inserted }
  }()
}
