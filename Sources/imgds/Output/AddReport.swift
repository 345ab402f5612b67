import ByteText
import ImageDataset
import System

/// Tells what became of each input of `add`, as text or JSON.
final class AddReport {
  private let context: CommandContext
  private let isDryRun: Bool
  private var done = 0
  /// How many inputs there are, where that could be counted.
  private let total: Int?

  init(_ context: CommandContext, isDryRun: Bool, total: Int?) {
    self.context = context
    self.total = total
    self.isDryRun = isDryRun
  }

  func tell(_ result: AddResult) throws {
    if case .classWarning(let warning) = result { return context.warn(warning) }
    done += 1
    if case .duplicate(_, let place, true) = result {
      context.console.report(
        "\(EscapedText.quoted(place.file)) stays public, hide it with 'imgds label --private'")
    }
    if context.isJSON {
      try tellJSON(result)
    } else {
      try tellText(result)
    }
    context.console.showProgress(done: done, total: total)
  }

  func finish(_ summary: AddSummary) throws {
    SuggestReport.warn(ofUnread: summary.unread, context.console)
    guard context.isJSON else {
      context.console.remark(context.interruption + Self.text(of: summary, isDryRun: isDryRun))
      return
    }
    try context.writeJSON("summary") { json in
      json.member("added", summary.added)
      json.member("duplicates", summary.duplicates)
      json.member("refused", summary.refused)
      json.member("skipped", summary.skipped)
      json.member("bytes", summary.bytes)
      json.member("seconds", summary.seconds, digits: 3)
      markDryRun(&json)
    }
  }

  private func tellText(_ result: AddResult) throws {
    let console = context.console
    switch result {
    case .added(let record) where !console.isQuiet:
      let verb = isDryRun ? "would add" : "added"
      try console.writeLine(
        "\(verb) \(EscapedText.of(record.place.file)) from \(EscapedText.of(record.source))")
    case .duplicate(let source, let place, _) where !console.isQuiet:
      try console.writeLine(
        "duplicate \(EscapedText.of(place.file)) from \(EscapedText.of(source))")
    case .refused(let refusal):
      console.report(refusal.text(verb: "add"))
    case .added, .duplicate, .classWarning:
      return
    }
  }

  private func tellJSON(_ result: AddResult) throws {
    switch result {
    case .added(let record):
      try context.writeJSON("added") { json in
        record.write(to: &json)
        markDryRun(&json)
      }
    case .duplicate(let source, let place, _):
      try context.writeJSON("duplicate") { json in
        json.member("source", bytes: source)
        place.write(to: &json)
        markDryRun(&json)
      }
    case .refused(let refusal):
      try context.writeJSON("refused") { json in
        refusal.write(to: &json)
        markDryRun(&json)
      }
    case .classWarning:
      return
    }
  }

  private func markDryRun(_ json: inout JSONWriter) {
    if isDryRun { json.member("dry_run", true) }
  }

  private static func text(of summary: AddSummary, isDryRun: Bool) -> String {
    var parts = [
      "\(isDryRun ? "would add" : "added") \(Quantity.count(summary.added, "image"))"
        + " (\(Quantity.bytes(summary.bytes)))"
    ]
    if summary.duplicates > 0 { parts.append(Quantity.count(summary.duplicates, "duplicate")) }
    if summary.refused > 0 { parts.append("\(Quantity.grouped(summary.refused)) refused") }
    if summary.skipped > 0 { parts.append("\(Quantity.grouped(summary.skipped)) skipped") }
    return parts.joined(separator: ", ")
  }
}
