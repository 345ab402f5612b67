import ByteText
import ImageAnalysis
import ImageCodec
import ImageDataset

/// Images as a table whose words can be given back as terms.
struct ListTable {
  private var table = TextTable([
    .init("id"), .init("class"), .init("labels"), .init("size"), .init("format"), .init("colours"),
    .init("by"), .init("visibility"),
  ])

  mutating func add(_ record: ImageRecord) {
    let facts = record.facts
    let colours = SearchTag.colours(of: record)
    table.add([
      .init("id:\(facts.id.text.displayed)"),
      .init(Self.term(.class, record.className)),
      .init(record.labels.map { Self.term(.label, $0) }.joined(separator: " ")),
      .init("size:\(facts.width)x\(facts.height)"),
      .init("format:\(facts.format.name)"),
      .init(colours.map { Self.term(.colour, $0) }.joined(separator: " ")),
      .init(Self.term(.by, record.by)),
      .init("is:\(record.visibility.rawValue)"),
    ])
  }

  func lines(_ style: Style) -> [String] {
    table.lines(style)
  }

  /// Tags as a table of terms and of how many images each finds.
  static func lines(of tags: [SearchTag], _ style: Style) -> [String] {
    var table = TextTable([.init("term"), .init("images", .right)])
    for tag in tags {
      table.add([.init(term(tag.key, tag.value)), .init(Quantity.grouped(tag.images))])
    }
    return table.lines(style)
  }

  /// A term as a shell takes it back: quoted for the search, and that for the shell, where the value
  /// holds more than letters, digits and what neither gives a meaning.
  private static func term(_ key: SearchTag.Key, _ value: ByteString) -> String {
    let text = EscapedText.of(value)
    let isPlain = value.bytes.allSatisfy { $0 >= 0x80 || Self.plain.contains($0) }
    guard !isPlain else { return "\(key.rawValue):\(text)" }
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "'\(key.rawValue):\"\(quoted.replacing("'", with: "'\\''"))\"'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+@%/".utf8)
}
