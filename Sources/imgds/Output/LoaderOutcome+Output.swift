import ByteText
import ImageDataset

extension LoaderOutcome {
  /// Adds the keys of a `loader` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("name", ByteString(loader.rawValue))
    json.member("loads", loads)
    json.member("classes", classes)
    json.member("images", images)
    json.member("splits", splits)
    json.member("message", ByteString(message))
  }

  /// The table of what each loader will hold; why one is not exact, the findings say.
  static func lines(_ outcomes: [LoaderOutcome], _ style: Style) -> [String] {
    guard !outcomes.isEmpty else { return [] }
    var table = TextTable([
      .init("loader"), .init("loads"), .init("classes", .right), .init("images", .right),
      .init("splits", .right),
    ])
    for outcome in outcomes {
      let verdict: TextTable.Cell =
        if !outcome.loads {
          .init("no", .red)
        } else if outcome.message.isEmpty {
          .init("exactly", .cyan)
        } else {
          .init("changed", .yellow)
        }
      table.add([
        .init(outcome.loader.rawValue), verdict, .init(Quantity.grouped(outcome.classes)),
        .init(Quantity.grouped(outcome.images)), .init(Quantity.grouped(outcome.splits)),
      ])
    }
    return table.lines(style)
  }
}
