/// A row of the table: one option of one command.
struct Option: Sendable {
  let name: OptionName
  /// The one-letter spelling without its hyphen.
  let short: Character?
  /// What the option takes, nil for a flag.
  let value: Value?
  /// One line for short help and completions: lower case, no full stop, no mark-up.
  let summary: String
  /// Paragraphs for the manual, in the mark-up of ``InlineText``; the summary is used if empty.
  let details: [String]

  init(
    _ name: OptionName, short: Character? = nil, takes value: Value? = nil, _ summary: String,
    details: [String] = []
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
    self.details = details
  }

  /// Every way to write it: `-o FILE, --output FILE`.
  var synopsis: String {
    let taken = value.map { " " + $0.placeholder } ?? ""
    let long = name.spelling + taken
    return short.map { "-\($0)\(taken), \(long)" } ?? long
  }
}
