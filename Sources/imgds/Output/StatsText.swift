import ByteText
import ImageAnalysis
import ImageDataset

/// What `stats` says to people: tables with bars.
struct StatsText {
  private static let barWidth = 24

  private let report: StatsReport
  private let style: Style
  private let width: Int

  init(_ report: StatsReport, style: Style, width: Int) {
    self.report = report
    self.style = style
    self.width = width
  }

  var lines: [String] {
    var lines = [
      style.paint(EscapedText.of(report.name), .bold),
      "\(Quantity.count(report.images, "image")), \(Quantity.bytes(report.bytes))"
        + (report.privateImages > 0 ? ", \(report.privateImages) private" : ""),
    ]
    lines += [""] + classes
    guard report.images > 0 else { return lines }
    lines += [""] + counts
    if !report.colours.isEmpty { lines += [""] + colours }
    return lines
  }

  private var classes: [String] {
    var table = TextTable([
      .init("index", .right), .init("class"), .init("images", .right), .init("size", .right),
      .init(""),
    ])
    let most = max(1, report.classes.map(\.images).max() ?? 1)
    for each in report.classes {
      table.add([
        .init(each.index.map(String.init) ?? "-"), .init(EscapedText.of(each.name)),
        .init(Quantity.grouped(each.images)), .init(Quantity.bytes(each.bytes)),
        .init(bar(Double(each.images) / Double(most)), .cyan),
      ])
    }
    return table.lines(style)
  }

  private var counts: [String] {
    func listed(_ counts: [(String, Int)]) -> String {
      counts.map { "\($0.0) \(Quantity.grouped($0.1))" }.joined(separator: ", ")
    }
    func span(_ range: StatsReport.Range?) -> String {
      range.map { "\($0.min) to \($0.max), median \(Decimal.text($0.median, digits: 1))" } ?? "-"
    }
    var table = TextTable([.init(""), .init("")])
    table.add(["formats", .init(listed(report.formats.sorted { $0.key < $1.key }))])
    table.add(["modes", .init(listed(report.modes.sorted { $0.key < $1.key }))])
    let turned = report.orientations.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) }
    table.add(["orientations", .init(listed(turned))])
    table.add(["width", .init(span(report.width))])
    table.add(["height", .init(span(report.height))])
    if let balance = report.balance {
      table.add([
        "balance", .init("\(Decimal.text(balance, digits: 2)) (largest class ÷ smallest)"),
      ])
    }
    if let suggested = report.suggested {
      let share = Quantity.percent(Double(suggested.right) / Double(suggested.images))
      let right = "\(Quantity.grouped(suggested.right)) of \(Quantity.grouped(suggested.images))"
      table.add(["suggested", .init("\(right) right (\(share))")])
    }
    if let pixels = report.pixels {
      func listed(_ numbers: [Double]) -> String {
        numbers.map { Decimal.text($0, digits: 6) }.joined(separator: ", ")
      }
      table.add(["mean", .init(listed(pixels.mean))])
      table.add(["deviation", .init(listed(pixels.deviation))])
    }
    return table.lines(style)
  }

  private var colours: [String] {
    var table = TextTable([.init("colour"), .init("share", .right), .init("")])
    for colour in report.colours {
      let patch = style.patch(colour.hex, red: colour.red, green: colour.green, blue: colour.blue)
      table.add([
        .init("\(colour.name)"), .init(Quantity.percent(colour.share)),
        .init("\(patch) \(bar(colour.share))"),
      ])
    }
    return table.lines(style)
  }

  private func bar(_ share: Double) -> String {
    HorizontalBar.text(share: share, width: Self.barWidth, usesBlocks: style.usesBlocks)
  }
}
