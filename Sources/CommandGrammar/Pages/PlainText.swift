/// Sets text for a terminal of 80 columns.
struct PlainText {
  /// The width no line exceeds, unless a single word does.
  static let width = 80

  private(set) var text = ""

  /// Sets a whole page: its name and summary, then section by section.
  static func render(_ page: Page) -> String {
    var plain = PlainText()
    plain.line("\(page.name): \(page.summary)")
    for section in page.sections {
      plain.line("")
      plain.line(section.title)
      for (index, block) in section.blocks.enumerated() {
        if index > 0 { plain.line("") }
        plain.add(block)
      }
    }
    return plain.text
  }

  mutating func line(_ line: String) {
    text += line + "\n"
  }

  /// Adds words broken into lines, each after an indentation.
  mutating func fill(_ words: String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    for line in Self.wrap(words, width: Self.width - indent) { self.line(margin + line) }
  }

  private mutating func add(_ block: Page.Block) {
    switch block {
    case .paragraph(let paragraph):
      fill(InlineText(paragraph).plain, indent: 4)
    case .usage(let usage):
      fill(InlineText(usage).bare, indent: 4)
    case .definition(let term, let paragraphs):
      fill(InlineText(term).bare, indent: 4)
      for (index, paragraph) in paragraphs.enumerated() {
        if index > 0 { line("") }
        fill(InlineText(paragraph).plain, indent: 8)
      }
    case .example(let meaning, let lines):
      fill(InlineText(meaning).plain, indent: 4)
      for example in lines { line("        " + example) }
    }
  }

  /// Breaks text at spaces into lines of at most `width` characters; a longer word stands alone.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
