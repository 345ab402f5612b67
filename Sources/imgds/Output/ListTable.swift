import ByteText
import ImageAnalysis
import ImageCodec
import ImageDataset

/// Images as a table whose words can be given back as terms.
struct ListTable {
  /// Whether what steers a terminal is escaped, which the search understands; else it stays as it is.
  private let isEscaped: Bool
  private var table = TextTable([
    .init("id"), .init("class"), .init("labels"), .init("size"), .init("format"), .init("colours"),
    .init("by"), .init("visibility"),
  ])

  init(isEscaped: Bool) {
    self.isEscaped = isEscaped
  }

  mutating func add(_ record: ImageRecord) {
    let facts = record.facts
    let colours = SearchTag.colours(of: record)
    table.add([
      .init("id:\(facts.id.text.displayed)"),
      .init(term(.class, record.className)),
      .init(record.labels.map { term(.label, $0) }.joined(separator: " ")),
      .init("size:\(facts.width)x\(facts.height)"),
      .init("format:\(facts.format.name)"),
      .init(colours.map { term(.colour, $0) }.joined(separator: " ")),
      .init(term(.by, record.by)),
      .init("is:\(record.visibility.rawValue)"),
    ])
  }

  func lines(_ style: Style) -> [String] {
    table.lines(style)
  }

  /// Tags as a table of terms and of how many images each finds.
  func lines(of tags: [SearchTag], _ style: Style) -> [String] {
    var table = TextTable([.init("term"), .init("images", .right)])
    for tag in tags {
      table.add([.init(term(tag.key, tag.value)), .init(Quantity.grouped(tag.images))])
    }
    return table.lines(style)
  }

  /// A term as a shell takes it back: quoted for the search, and that for the shell, where the value
  /// holds more than letters, digits and what neither gives a meaning.
  private func term(_ key: SearchTag.Key, _ value: ByteString) -> String {
    let scalars = value.displayed.unicodeScalars
    let isSteering = isEscaped && scalars.contains(where: \.steersDisplay)
    let isPlain = !isSteering && value.bytes.allSatisfy { $0 >= 0x80 || Self.plain.contains($0) }
    guard !isPlain else { return "\(key.rawValue):\(value.displayed)" }
    return "'\(key.rawValue):\"\(scalars.map(quoted).joined())\"'"
  }

  /// A scalar within both quotes; one that steers a terminal by its number.
  private func quoted(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\", "\"": "\\\(scalar)"
    case "'": "'\\''"
    case _ where isEscaped && scalar.steersDisplay: "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+@%/".utf8)
}
