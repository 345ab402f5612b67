import ByteText
import ImageAnalysis
import ImageCodec
import ImageDataset

/// Images as a table whose words can be given back as terms.
struct ListTable {
  private var table = TextTable([
    .init("id"), .init("class"), .init("format"), .init("size", .right), .init("colours"),
    .init("visibility"),
  ])

  mutating func add(_ record: ImageRecord) {
    let facts = record.facts
    table.add([
      .init("id:\(facts.id.text.displayed)"),
      .init(Self.term("class", record.className)),
      .init("format:\(facts.format.name)"),
      .init("\(facts.width)x\(facts.height)"),
      .init(Self.colours(of: record)),
      .init("is:\(record.visibility.rawValue)"),
    ])
  }

  func lines(_ style: Style) -> [String] {
    table.lines(style)
  }

  /// The colours that a search for their name finds the picture by: the largest, and large ones.
  private static func colours(of record: ImageRecord) -> String {
    record.facts.colours.enumerated().filter { $0.offset == 0 || $0.element.share >= 0.25 }
      .map { term("colour", ByteString($0.element.name)) }.joined(separator: " ")
  }

  /// A term as a shell takes it back: quoted for the search, and that for the shell, where the value
  /// holds more than letters, digits and what neither gives a meaning.
  private static func term(_ key: String, _ value: ByteString) -> String {
    let text = EscapedText.of(value)
    let isPlain = value.bytes.allSatisfy { $0 >= 0x80 || Self.plain.contains($0) }
    guard !isPlain else { return "\(key):\(text)" }
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "'\(key):\"\(quoted.replacing("'", with: "'\\''"))\"'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+@%/".utf8)
}
