/// A page of the manual, set as roff for man(1) and as plain text for `--help`.
struct Page: Sendable {
  /// A heading and what stands below it.
  struct Section: Sendable {
    let title: String
    let blocks: [Block]
  }

  /// A piece of a section.
  ///
  /// Texts are in the mark-up of ``InlineText``, save the lines of examples.
  enum Block: Sendable {
    case paragraph(String)
    /// How a command is written.
    case usage(String)
    /// A term with the paragraphs that explain it, hanging below.
    case definition(term: String, [String])
    /// Lines set as they stand, a sentence above them.
    case example(meaning: String, lines: [String])
  }

  /// As man(1) is asked for it: `imgds-add`.
  let name: String
  /// 1 for commands, 7 for what concerns all of them.
  let chapter: Int
  /// A line without a full stop.
  let summary: String
  let sections: [Section]
}
