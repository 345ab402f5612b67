import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds label DATASET ID… --class CLASS`.
  func runLabel() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    var options = LabelOptions(requests: try requests(), contributor: try contributor())
    options.isForced = invocation.flag(.force)
    let summary = try dataset.label(options) { result in
      try isJSON ? tellJSON(result) : tellText(result)
    }
    if isJSON {
      try writeJSON("summary") { json in
        json.member("labelled", summary.labelled)
        json.member("unchanged", summary.unchanged)
        json.member("refused", summary.refused)
      }
    } else {
      console.remark(
        "labelled \(Quantity.count(summary.labelled, "image"))"
          + (summary.unchanged > 0 ? ", \(summary.unchanged) unchanged" : "")
          + (summary.refused > 0 ? ", \(summary.refused) refused" : ""))
    }
    return summary.refused > 0 ? .found : .done
  }

  private func requests() throws -> [LabelOptions.Request] {
    if let path = invocation.value(.from) {
      let bytes = try tableBytes(at: path)
      let table = try LabelTable(
        bytes, path: path, fileColumns: ["id", "file_name"], labelColumn: "label")
      return table.rows.map { .init(image: $0.file, className: $0.label, line: $0.line) }
    }
    let className = invocation.value(.class) ?? ""
    var requests: [LabelOptions.Request] = []
    for operand in invocation.operands.dropFirst() {
      guard operand == "-" else {
        requests.append(.init(image: operand, className: className))
        continue
      }
      let input = standardInput()
      while let item = try input.next() {
        requests.append(.init(image: item, className: className, line: input.position))
      }
    }
    return requests
  }

  private func tellText(_ result: LabelResult) throws {
    switch result {
    case .labelled(let place, let from) where !console.isQuiet:
      try console.writeLine("labelled \(EscapedText.of(place.file)), was \(EscapedText.of(from))")
    case .unchanged(let place) where !console.isQuiet:
      try console.writeLine("unchanged \(EscapedText.of(place.file))")
    case .refused(let refusal):
      console.report(refusal.text(verb: "label"))
    case .labelled, .unchanged:
      return
    }
  }

  private func tellJSON(_ result: LabelResult) throws {
    switch result {
    case .labelled(let place, let from):
      try writeJSON("labelled") { json in
        place.write(to: &json)
        json.member("from", bytes: from)
      }
    case .unchanged(let place):
      try writeJSON("unchanged") { place.write(to: &$0) }
    case .refused(let refusal):
      try writeJSON("refused") { refusal.write(to: &$0) }
    }
  }
}
