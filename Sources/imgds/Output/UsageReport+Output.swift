import ByteText
import ImageDataset

extension UsageReport {
  /// Adds the keys of a `usage` object.
  func write(to json: inout JSONWriter) {
    json.member("runs", runs)
    Self.write("users", users, to: &json)
    Self.write("commands", commands, to: &json)
    Self.write("days", days, to: &json)
  }

  private static func write(_ key: StaticString, _ sums: [Sum], to json: inout JSONWriter) {
    json.member(key) { json in
      json.array { json in
        for sum in sums {
          json.object { json in
            json.member("name", bytes: sum.name)
            json.member("runs", sum.runs)
            json.member("failed", sum.failed)
            json.member("images", sum.images)
            json.member("seconds", sum.seconds, digits: 3)
          }
        }
      }
    }
  }

  /// Three tables for people.
  func lines(_ style: Style) -> [String] {
    var lines = [Quantity.count(runs, "command")]
    for (heading, sums) in [("user", users), ("command", commands), ("day", days)] {
      var table = TextTable([
        .init(heading), .init("runs", .right), .init("failed", .right), .init("images", .right),
        .init("seconds", .right),
      ])
      for sum in sums {
        table.add([
          .init(EscapedText.of(sum.name)), .init(Quantity.grouped(sum.runs)),
          .init(Quantity.grouped(sum.failed)), .init(Quantity.grouped(sum.images)),
          .init(Decimal.text(sum.seconds, digits: 1)),
        ])
      }
      lines += [""] + table.lines(style)
    }
    return lines
  }
}
