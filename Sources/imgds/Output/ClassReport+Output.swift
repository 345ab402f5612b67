import ByteText
import ImageDataset

extension CommandContext {
  /// Tells what became of an image of a class that is merged.
  func tell(_ result: ClassMergeResult) throws {
    switch result {
    case .moved(let place, let from):
      if isJSON {
        try writeJSON("labelled") { json in
          place.write(to: &json)
          json.member("from", bytes: from)
        }
      } else if !console.isQuiet {
        try console.writeLine(
          "labelled \(EscapedText.of(place.file)), was \(EscapedText.of(from))")
      }
    case .refused(let refusal):
      if isJSON {
        try writeJSON("refused") { refusal.write(to: &$0) }
      } else {
        console.report(refusal.text(verb: "take"))
      }
    }
  }

  /// Tells what became of classes; in JSON a summary ends it.
  func tell(_ report: ClassReport, refused: Int) throws {
    for warning in report.warnings { warn(warning) }
    for change in report.changes {
      if isJSON {
        try writeJSON("class") { json in
          json.member("action", ByteString(change.action.rawValue))
          json.member("name", bytes: change.name)
          if let from = change.from { json.member("from", bytes: from) }
        }
      } else {
        console.remark(change.sentence)
      }
    }
    guard isJSON else { return }
    let unchanged = report.changes.count { [.unchanged, .absent].contains($0.action) }
    try writeJSON("summary") { json in
      json.member("changed", report.changes.count - unchanged)
      json.member("unchanged", unchanged)
      json.member("refused", refused)
    }
  }
}

extension ClassChange {
  fileprivate var sentence: String {
    let name = EscapedText.quoted(name)
    let from = from.map { EscapedText.quoted($0) } ?? ""
    return switch action {
    case .added: "made class \(name)"
    case .removed: "removed class \(name)"
    case .renamed: "renamed class \(from) to \(name)"
    case .merged: "merged class \(from) into \(name)"
    case .described: "described class \(name)"
    case .unchanged: "class \(name) is so already"
    case .absent: "class \(name) is absent, nothing to remove"
    }
  }
}

extension ClassSummary {
  /// A table of classes.
  static func lines(_ classes: [ClassSummary], _ style: Style) -> [String] {
    var table = TextTable([
      .init("index", .right), .init("class"), .init("images", .right), .init("facts"),
    ])
    for each in classes {
      let facts = each.facts.facts.map { "\(EscapedText.of($0.key))=\(EscapedText.of($0.value))" }
      let reference = each.reference.map { "reference \(EscapedText.of($0))" }
      table.add([
        .init(each.index.map(String.init) ?? "-"), .init(EscapedText.of(each.name)),
        .init(Quantity.grouped(each.images)),
        .init((facts + (reference.map { [$0] } ?? [])).joined(separator: ", ")),
      ])
    }
    return table.lines(style)
  }

  /// Adds the keys of a `class` line.
  func write(to json: inout JSONWriter) {
    json.member("name", bytes: name)
    json.member("index") { json in
      if let index { json.value(index) } else { json.null() }
    }
    json.member("images", images)
    json.member("description") { facts.write(to: &$0) }
    if let reference { json.member("reference", bytes: reference) }
  }
}
