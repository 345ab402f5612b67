/// The page of a command and of its options.
extension Page {
  /// Sets a command's entry in the table.
  init(_ command: Command) {
    let operands = command.operands.map(Block.init)
    self.init(
      name: "imgds-\(command.name.rawValue)", chapter: 1, summary: command.summary,
      sections: [
        Section(title: "SYNOPSIS", blocks: [.usage(command.synopsis)]),
        Section(
          title: "DESCRIPTION", blocks: command.description.map(Block.paragraph) + operands),
        Section(title: "OPTIONS", blocks: command.everyOption.map(Block.init)),
        Section(title: "EXIT STATUS", blocks: command.exits.map(Block.init)),
        Section(title: "EXAMPLES", blocks: command.examples.map(Block.init)),
        Section(
          title: "SEE ALSO",
          blocks: [.usage((["`imgds`(1)"] + command.furtherPages).joined(separator: ", "))]),
      ])
  }
}

extension Command {
  /// The usage line, in the mark-up of ``InlineText``.
  var synopsis: String {
    let places = operands.map { " \($0.synopsis)" }.joined()
    return "`imgds \(name.rawValue)`" + places + (options.isEmpty ? "" : " [*OPTION*...]")
  }
}

extension Command {
  /// Pages beyond the main one that someone who reads of this command may want.
  fileprivate var furtherPages: [String] {
    [.add, .verify].contains(name) ? ["`imgds-integrity`(7)"] : []
  }
}

extension Page.Block {
  init(_ option: Option) {
    let taken = option.value.map { " *\($0.placeholder)*" } ?? ""
    let short = option.short.map { "`-\($0)`\(taken), " } ?? ""
    let sentence = option.summary.prefix(1).uppercased() + option.summary.dropFirst() + "."
    self = .definition(
      term: "\(short)`\(option.name.spelling)`\(taken)",
      option.details.isEmpty ? [sentence] : option.details)
  }

  init(_ operand: Operand) {
    self = .definition(term: "*\(operand.placeholder)*", [operand.meaning])
  }

  init(_ exit: ExitStatus) {
    self = .definition(term: "`\(exit.code)`", [exit.meaning])
  }

  init(_ example: Example) {
    self = .example(meaning: example.meaning, lines: [example.line])
  }
}
