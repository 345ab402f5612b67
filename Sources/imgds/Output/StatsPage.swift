import ByteText
import ImageAnalysis
import ImageDataset

/// What `stats` says as a page of HTML that needs nothing else: no script, no file, no network.
struct StatsPage {
  private let report: StatsReport

  init(_ report: StatsReport) {
    self.report = report
  }

  var text: String {
    let name = Self.escaped(report.name.displayed)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(name)</h1>
      <p>\(Self.escaped(heading))</p>
      \(classes)
      \(facts)
      \(colours)
      </body>
      </html>

      """
  }

  private static let style = """
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem }
    table { border-collapse: collapse; margin: 1rem 0; width: 100% }
    th { text-align: left }
    th, td { border-bottom: 1px solid #ddd; overflow-wrap: anywhere; padding: .25rem .5rem }
    .number { text-align: right; white-space: nowrap }
    .bar { width: 40% }
    .bar div { background: #4682b4; height: .8rem }
    .patch { border: 1px solid #ccc; height: 1.2rem; width: 3rem }
    """

  private var heading: String {
    var parts = [Quantity.count(report.images, "image"), Quantity.bytes(report.bytes)]
    if report.privateImages > 0 {
      parts.append("\(Quantity.grouped(report.privateImages)) private")
    }
    if report.leftOut > 0 {
      parts.append("\(Quantity.count(report.leftOut, "private image")) left out")
    }
    return parts.joined(separator: ", ")
  }

  private var classes: String {
    let most = max(1, report.classes.map(\.images).max() ?? 1)
    let rows = report.classes.map { each in
      row([
        number(each.index.map(String.init) ?? "–"), cell(each.name.displayed),
        number(Quantity.grouped(each.images)), number(Quantity.bytes(each.bytes)),
        bar(Double(each.images) / Double(most)),
      ])
    }
    return table(["index", "class", "images", "size", ""], rows)
  }

  private var facts: String {
    func counts(_ counts: [String: Int]) -> String {
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \(Quantity.grouped($0.value))" }
        .joined(separator: ", ")
    }
    func span(_ range: StatsReport.Range?) -> String {
      range.map { "\($0.min) to \($0.max), median \(Decimal.text($0.median, digits: 1))" } ?? "–"
    }
    var rows = [
      ("formats", counts(report.formats)), ("modes", counts(report.modes)),
      (
        "orientations",
        counts(.init(uniqueKeysWithValues: report.orientations.map { ("\($0)", $1) }))
      ),
      ("width", span(report.width)), ("height", span(report.height)),
    ]
    if let balance = report.balance {
      rows.append(("balance", "\(Decimal.text(balance, digits: 2)) (largest class ÷ smallest)"))
    }
    if let pixels = report.pixels {
      rows.append(("mean", pixels.mean.map { Decimal.text($0, digits: 6) }.joined(separator: ", ")))
      let deviation = pixels.deviation.map { Decimal.text($0, digits: 6) }.joined(separator: ", ")
      rows.append(("standard deviation", deviation))
    }
    return report.images > 0 ? table([], rows.map { row([cell($0.0), cell($0.1)]) }) : ""
  }

  private var colours: String {
    guard !report.colours.isEmpty else { return "" }
    return table(
      ["colour", "", "share", ""],
      report.colours.map { colour in
        row([
          cell(colour.name),
          "<td><div class=\"patch\" style=\"background: \(colour.hex)\"></div></td>",
          number(Quantity.percent(colour.share)), bar(colour.share),
        ])
      })
  }

  private func table(_ headings: [String], _ rows: [String]) -> String {
    let heads = headings.map { "<th>\($0)</th>" }.joined()
    return (["<table>"] + (headings.isEmpty ? [] : ["<tr>\(heads)</tr>"]) + rows + ["</table>"])
      .joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { "<tr>\(cells.joined())</tr>" }

  private func cell(_ text: String) -> String { "<td>\(Self.escaped(text))</td>" }

  private func number(_ text: String) -> String {
    "<td class=\"number\">\(Self.escaped(text))</td>"
  }

  private func bar(_ share: Double) -> String {
    let width = Decimal.text(min(1, max(0, share)) * 100, digits: 1)
    return "<td class=\"bar\"><div style=\"width: \(width)%\"></div></td>"
  }

  /// Text as it stands in HTML between tags (HTML Living Standard, 13.1.4), what steers its display
  /// escaped.
  static func escaped(_ text: String) -> String {
    EscapedText.of(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
