import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds label DATASET ID… --class CLASS` and the other changes.
  func runLabel() throws -> ExitCode {
    let change = try labelChange()
    let dataset = try Dataset.open(path)
    var options = LabelOptions(try selection(), change, by: try requester())
    options.table = try labelTable()
    let summary = try dataset.label(options) { result in
      try isJSON ? tellJSON(result) : tellText(result)
    }
    tellLeftOut(summary.leftOut)
    usage.images = summary.labelled
    if isJSON {
      try writeJSON("summary") { json in
        json.member("labelled", summary.labelled)
        json.member("unchanged", summary.unchanged)
        json.member("refused", summary.refused)
      }
    } else {
      console.remark(
        "\(interruption)labelled \(Quantity.count(summary.labelled, "image"))"
          + (summary.unchanged > 0 ? ", \(Quantity.grouped(summary.unchanged)) unchanged" : "")
          + (summary.refused > 0 ? ", \(Quantity.grouped(summary.refused)) refused" : ""))
    }
    return summary.refused > 0 ? .found : .done
  }

  private func labelChange() throws(UsageError) -> LabelOptions.Change {
    var change = LabelOptions.Change()
    change.className = invocation.value(.class)
    change.also = invocation.values(.also)
    change.drop = invocation.values(.drop)
    for label in change.also + change.drop {
      if let fault = ExtraLabel.fault(in: label) {
        throw invocation.usageError("the label \(EscapedText.quoted(label)) \(fault)")
      }
    }
    if let label = change.also.first(where: change.drop.contains) {
      throw invocation.usageError(
        "the label \(EscapedText.quoted(label)) is both given and dropped")
    }
    change.description = invocation.value(.describe)
    if change.description?.isUTF8 == false {
      throw invocation.usageError("the value of '\(OptionName.describe.spelling)' is not UTF-8")
    }
    if invocation.flag(.public) { change.visibility = .public }
    if invocation.flag(.private) { change.visibility = .private }
    return change
  }

  private func labelTable() throws -> LabelTable? {
    guard let path = invocation.value(.from) else { return nil }
    let bytes = try tableBytes(at: path)
    return try LabelTable(
      bytes, path: path, fileColumns: ["id", "file_name"], labelColumn: "label")
  }

  private func tellText(_ result: LabelResult) throws {
    switch result {
    case .labelled(let image) where !console.isQuiet:
      try console.writeLine("labelled \(EscapedText.of(image.place.file))\(image.remarks)")
    case .unchanged(let image) where !console.isQuiet:
      try console.writeLine("unchanged \(EscapedText.of(image.place.file))")
    case .refused(let refusal):
      console.report(refusal.text(verb: "label"))
    case .labelled, .unchanged:
      return
    }
  }

  private func tellJSON(_ result: LabelResult) throws {
    switch result {
    case .labelled(let image): try writeJSON("labelled") { image.write(to: &$0) }
    case .unchanged(let image): try writeJSON("unchanged") { image.write(to: &$0) }
    case .refused(let refusal): try writeJSON("refused") { refusal.write(to: &$0) }
    }
  }
}
