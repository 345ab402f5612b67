/// Rows of cells set in columns.
///
/// Cells hold text that is escaped already and not yet painted.
struct TextTable {
  /// The side of its column a cell stands at; numbers stand right.
  enum Alignment {
    case left
    case right
  }

  /// A heading, empty in a table without headings, and where its cells stand.
  struct Column {
    let heading: String
    let alignment: Alignment

    init(_ heading: String, _ alignment: Alignment = .left) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// Text and how it is painted.
  struct Cell: ExpressibleByStringInterpolation {
    let text: String
    let ink: Style.Ink?

    init(_ text: String, _ ink: Style.Ink? = nil) {
      self.text = text
      self.ink = ink
    }

    init(stringLiteral text: String) {
      self.init(text)
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row: a cell a column; missing ones are empty, others beyond the last are left out.
  mutating func add(_ cells: [Cell]) {
    rows.append(cells)
  }

  /// The lines, headings first in bold if there are any, columns two spaces apart, no spaces at the
  /// end.
  func lines(_ style: Style) -> [String] {
    let hasHeadings = columns.contains { !$0.heading.isEmpty }
    let headings = hasHeadings ? [columns.map { Cell($0.heading, .bold) }] : []
    let all = headings + rows
    let widths = columns.indices.map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column].text) : 0 }.max() ?? 0
    }
    return all.map { line($0, widths, style) }
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: Style) -> String {
    var line = ""
    var gap = 0
    for (column, cell) in zip(columns.indices, cells) {
      let padding = widths[column] - DisplayWidth.of(cell.text)
      if columns[column].alignment == .right { gap += padding }
      if !cell.text.isEmpty {
        line += String(repeating: " ", count: gap)
        line += cell.ink.map { style.paint(cell.text, $0) } ?? cell.text
        gap = 0
      }
      gap += (columns[column].alignment == .left ? padding : 0) + 2
    }
    return line
  }
}
