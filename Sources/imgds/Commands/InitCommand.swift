import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds init DATASET [CLASS…]`.
  func runInit() throws -> ExitCode {
    var options = InitialiseOptions(contributor: try contributor())
    options.classes = Array(invocation.operands.dropFirst())
    options.isExistingOK = invocation.flag(.existOk)
    options.card.description = try cardField(.description)
    options.card.license = try cardField(.license)
    options.card.author = try cardField(.author)
    options.card.url = try cardField(.url)
    let report = try Dataset.initialise(path, options)
    for warning in report.warnings { warn(warning) }
    if isJSON {
      try writeJSON("dataset") { json in
        json.member("name", bytes: report.dataset.name)
        json.member("path", bytes: report.dataset.path)
        json.member("classes") { json in
          json.array { json in
            for name in report.classes { json.value(name) }
          }
        }
      }
    } else {
      let classes = Quantity.count(report.classes.count, "class", plural: "classes")
      console.remark("dataset \(EscapedText.quoted(path)) has \(classes)")
    }
    return .done
  }

  private func cardField(_ option: OptionName) throws(UsageError) -> ByteString? {
    guard let text = invocation.value(option) else { return nil }
    guard text.isUTF8 else {
      throw invocation.usageError("the value of '\(option.spelling)' is not UTF-8")
    }
    return text
  }
}
