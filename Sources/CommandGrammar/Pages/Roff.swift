/// Sets a page in the man(7) macros that groff and mandoc share.
struct Roff {
  private var text = ""

  /// The whole file.
  static func render(_ page: Page) -> String {
    var roff = Roff()
    roff.line(".\\\" Made from the command table; tests keep it fresh.")
    roff.line(
      ".TH \(escape(page.name.uppercased(), as: .code)) \(page.chapter) \"\(Release.date)\" "
        + "\"imgds \(Release.version)\" \"imgds manual\"")
    roff.line(".SH NAME")
    roff.line("\(escape(page.name, as: .code)) \\- \(escape(page.summary, as: .prose))")
    for section in page.sections {
      roff.line(".SH \(section.title.contains(" ") ? "\"\(section.title)\"" : section.title)")
      for (index, block) in section.blocks.enumerated() { roff.add(block, isFirst: index == 0) }
    }
    return roff.text
  }

  private mutating func add(_ block: Page.Block, isFirst: Bool) {
    switch block {
    case .paragraph(let paragraph), .usage(let paragraph):
      if !isFirst { line(".PP") }
      fill(paragraph)
    case .definition(let term, let paragraphs):
      line(".TP")
      line(Self.guarded(Self.inline(term)))
      for (index, paragraph) in paragraphs.enumerated() {
        if index > 0 { line(".IP") }
        fill(paragraph)
      }
    case .example(let meaning, let lines):
      if !isFirst { line(".PP") }
      fill(meaning)
      line(".PP")
      line(".RS 4")
      line(".EX")
      for example in lines { line(Self.guarded(Self.escape(example, as: .code))) }
      line(".EE")
      line(".RE")
    }
  }

  private mutating func fill(_ paragraph: String) {
    for line in PlainText.wrap(Self.inline(paragraph), width: 90) { self.line(Self.guarded(line)) }
  }

  private mutating func line(_ line: String) {
    text += line + "\n"
  }

  private static func inline(_ source: String) -> String {
    InlineText(source).spans.map { span in
      let escaped = escape(span.text, as: span.style)
      return switch span.style {
      case .prose: escaped
      case .code: "\\fB\(escaped)\\fR"
      case .placeholder: "\\fI\(escaped)\\fR"
      }
    }.joined()
  }

  /// What groff would read as markup, or set as a typographic sign that cannot be pasted back.
  private static func escape(_ text: String, as style: InlineText.Style) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-" where style != .prose: "\\-"
      case "'" where style != .prose: "\\(aq"
      case "\"": "\\(dq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case _ where !scalar.isASCII: "\\[u\(paddedHexadecimal(scalar.value))]"
      default: String(scalar)
      }
    }.joined()
  }

  private static func paddedHexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A text line that must not begin like a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
