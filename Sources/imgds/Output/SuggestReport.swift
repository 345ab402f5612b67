import ByteText
import ImageDataset
import System

/// Tells what is suggested for each input of `suggest`, as text or JSON.
struct SuggestReport {
  private let context: CommandContext
  private let dataset: ByteString

  init(_ context: CommandContext, dataset: ByteString) {
    self.context = context
    self.dataset = dataset
  }

  func tell(_ result: SuggestResult) throws {
    context.console.endProgress()
    switch result {
    case .refused(let refusal):
      guard context.isJSON else {
        return context.console.report(refusal.text(verb: "suggest a class for"))
      }
      try context.writeJSON("refused") { refusal.write(to: &$0) }
    case .suggestion(let suggestion):
      guard context.isJSON else { return try tellText(suggestion) }
      try context.writeJSON("suggestion") { suggestion.write(to: &$0) }
    }
  }

  func finish(_ summary: SuggestSummary) throws {
    let console = context.console
    if !summary.hasLearnt {
      console.report(
        "warning: there is nothing to suggest, as the dataset has no image to learn from")
    }
    if summary.hasLearnt { Self.warn(ofUnread: summary.unread, console) }
    guard context.isJSON else {
      let pictures = Quantity.count(summary.suggestions, "picture")
      let refused = summary.refused > 0 ? ", \(Quantity.grouped(summary.refused)) refused" : ""
      let skipped = summary.skipped > 0 ? ", \(Quantity.grouped(summary.skipped)) skipped" : ""
      return console.remark(
        "\(context.interruption)suggested classes for \(pictures)\(refused)\(skipped)")
    }
    try context.writeJSON("summary") { json in
      json.member("suggestions", summary.suggestions)
      json.member("refused", summary.refused)
      json.member("skipped", summary.skipped)
      json.member("seconds", summary.seconds, digits: 3)
    }
  }

  /// Tells how many images of a dataset could not be learnt from, if any.
  static func warn(ofUnread count: Int, _ console: Console) {
    guard count > 0 else { return }
    let images = Quantity.count(count, "image")
    console.report("warning: \(images) of the dataset could not be learnt from, see 'imgds verify'")
  }

  /// The picture, and below it a line for each class.
  private func tellText(_ suggestion: PictureSuggestion) throws {
    let console = context.console
    try console.writeLine(console.style.paint(EscapedText.of(suggestion.source), .bold))
    var table = TextTable([.init("", .right), .init(""), .init(""), .init("")])
    for suggested in suggestion.classes {
      let facts = suggested.facts.facts.map {
        "\(EscapedText.of($0.key))=\(EscapedText.of($0.value))"
      }
      let reference = suggested.reference.map { EscapedText.of(dataset.appending($0)) } ?? ""
      table.add([
        .init(Quantity.percent(suggested.score)), .init(EscapedText.of(suggested.className)),
        .init(facts.joined(separator: ", ")), .init(reference),
      ])
    }
    for line in table.lines(console.style) { try console.writeLine("  \(line)") }
  }
}
