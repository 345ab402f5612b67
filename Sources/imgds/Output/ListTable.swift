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
      .init("class:\(Self.term(record.className))"),
      .init("format:\(facts.format.name)"),
      .init("\(facts.width)x\(facts.height)"),
      .init(facts.colours.map { "colour:\($0.name)" }.joined(separator: " ")),
      .init("is:\(record.visibility.rawValue)"),
    ])
  }

  func lines(_ style: Style) -> [String] {
    table.lines(style)
  }

  /// A value as a term takes it: quoted if it holds what parts terms.
  private static func term(_ value: ByteString) -> String {
    let text = EscapedText.of(value)
    let isPlain = !value.bytes.contains { " ,\"\\".utf8.contains($0) }
    return isPlain
      ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
