/// Help as it is printed: plain text of at most 80 columns, with its last newline.
package enum Help {
  /// Help on a command, or on the whole for nil; the long form is the manual page.
  package static func text(on command: CommandName?, _ length: HelpLength) -> String {
    switch (command, length) {
    case (let name?, .long): PlainText.render(Page(Command(name)))
    case (nil, .long): PlainText.render(.main)
    case (let name?, .short): short(Command(name))
    case (nil, .short): shortMain
    }
  }

  private static func short(_ command: Command) -> String {
    var plain = PlainText()
    plain.line("imgds \(command.name.rawValue): \(command.summary)")
    plain.line("")
    plain.fill("Usage: " + InlineText(command.synopsis).bare, indent: 0)
    plain.line("")
    plain.line("Options:")
    plain.text(ofRows: command.everyOption.map { ($0.row, $0.summary) })
    plain.line("")
    plain.line("'imgds \(command.name.rawValue) --help' says more.")
    return plain.text
  }

  private static var shortMain: String {
    var plain = PlainText()
    plain.line("imgds: \(Page.mainSummary)")
    plain.line("")
    plain.line("Usage: imgds COMMAND DATASET [ARGUMENT...] [OPTION...]")
    plain.line("")
    plain.line("Commands:")
    plain.text(
      ofRows: CommandName.allCases.map { ($0.rawValue, Command($0).summary) }
        + [(Shell.helpWord, Shell.helpSummary)])
    plain.line("")
    plain.line("Begin with:")
    for example in Page.examples { plain.line("  " + example.line) }
    plain.line("")
    plain.line("'imgds COMMAND -h' lists a command's options, 'imgds --help' says more.")
    return plain.text
  }
}

extension Option {
  /// The spellings, long ones aligned whether there is a letter or not.
  fileprivate var row: String {
    let long = name.spelling + (value.map { " " + $0.placeholder } ?? "")
    return short.map { "-\($0), \(long)" } ?? "    \(long)"
  }
}

extension PlainText {
  /// Adds rows of a term and its meaning, the meanings aligned.
  fileprivate mutating func text(ofRows rows: [(term: String, meaning: String)]) {
    let column = (rows.map(\.term.count).max() ?? 0) + 2
    for row in rows {
      let gap = String(repeating: " ", count: column - row.term.count)
      line("  \(row.term)\(gap)\(row.meaning)")
    }
  }
}
