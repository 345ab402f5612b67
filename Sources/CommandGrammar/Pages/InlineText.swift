/// A run of prose with light mark-up: `` `code` `` for what is typed as it stands, `*NAME*` for what
/// stands for something else.
///
/// There is no escape: neither mark occurs in prose otherwise. An unclosed mark stands for itself,
/// which a test keeps out of the table.
struct InlineText: Sendable {
  /// How a span is set.
  enum Style: Sendable {
    case prose
    case code
    case placeholder
  }

  /// The spans in order; spaces are part of them.
  let spans: [(style: Style, text: String)]

  init(_ source: String) {
    var spans: [(style: Style, text: String)] = []
    var rest = source[...]
    while let open = rest.firstIndex(where: { $0 == "`" || $0 == "*" }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: rest[open]) else { break }
      spans.append((.prose, String(rest[..<open])))
      spans.append((rest[open] == "`" ? .code : .placeholder, String(inside[..<close])))
      rest = inside[inside.index(after: close)...]
    }
    spans.append((.prose, String(rest)))
    self.spans = spans.filter { !$0.text.isEmpty }
  }

  /// The text without styles: code in single quotes, save options, which speak for themselves.
  var plain: String {
    spans.map { span in
      guard span.style == .code, !span.text.hasPrefix("-") || span.text == "-" else {
        return span.text
      }
      return "'\(span.text)'"
    }.joined()
  }

  /// The text without styles and quotes, for terms and usage lines.
  var bare: String {
    spans.map(\.text).joined()
  }
}
