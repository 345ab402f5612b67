import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds class DATASET ACTION …`.
  func runClass() throws -> ExitCode {
    guard let action = ClassAction(word: invocation.operands[1]) else {
      throw invocation.usageError("unknown action \(EscapedText.quoted(invocation.operands[1]))")
    }
    let words = Array(invocation.operands.dropFirst(2))
    try check(words, for: action)
    var refused = 0
    let report: ClassReport
    switch action {
    case .list:
      return try listClasses()
    case .add:
      report = try Dataset.open(path).addClasses(words, contributor: contributor())
    case .remove:
      report = try Dataset.open(path).removeClasses(words, contributor: contributor())
    case .rename:
      report = try Dataset.open(path)
        .renameClass(words[0], to: words[1], contributor: contributor())
    case .merge:
      report = try Dataset.open(path).mergeClass(
        words[0], into: words[1], by: requester()
      ) { result in
        switch result {
        case .moved: usage.images += 1
        case .refused: refused += 1
        }
        try tell(result)
      }
    case .describe:
      report = try described(words, &refused)
    }
    try tell(report, refused: refused)
    if !isJSON, action == .merge, report.changes.isEmpty, Interrupt.received != nil {
      console.remark("\(interruption)labelled \(Quantity.count(usage.images, "image"))")
    }
    return refused > 0 ? .found : .done
  }

  private func check(_ words: [ByteString], for action: ClassAction) throws(UsageError) {
    if invocation.flag(.reference), action != .describe {
      throw invocation.usageError("'--reference' is for 'describe'")
    }
    if invocation.flag(.force), action != .merge {
      throw invocation.usageError("'--force' is for 'merge'")
    }
    let (names, most): ([String], Int) =
      switch action {
      case .add, .remove: (["CLASS"], .max)
      case .rename: (["OLD", "NEW"], 2)
      case .merge: (["FROM", "INTO"], 2)
      case .describe: (["CLASS"], .max)
      case .list: ([], 0)
      }
    if words.count < names.count {
      throw invocation.usageError("'\(action.rawValue)' needs \(names.joined(separator: " "))")
    }
    if words.count > most {
      throw invocation.usageError("unexpected operand \(EscapedText.quoted(words[most]))")
    }
    if action == .describe, words.count == 1, !invocation.flag(.reference) {
      throw invocation.usageError("'describe' needs KEY=VALUE or '--reference'")
    }
  }

  private func described(_ words: [ByteString], _ refused: inout Int) throws -> ClassReport {
    var description = ClassDescription()
    description.reference = invocation.value(.reference)
    for word in words.dropFirst() {
      guard let fact = ClassDescription.fact(word) else {
        throw invocation.usageError(
          "'describe' takes KEY=VALUE of text with a key, not \(EscapedText.quoted(word))")
      }
      description.facts.append(fact)
    }
    do {
      return try Dataset.open(path)
        .describeClass(words[0], description, contributor: contributor())
    } catch let refusal as Refusal {
      refused += 1
      try tell(.refused(refusal))
      return ClassReport()
    }
  }

  private func listClasses() throws -> ExitCode {
    let (classes, leftOut) = try Dataset.open(path).classes(for: contributor())
    usage.images = classes.reduce(0) { $0 + $1.images }
    if isJSON {
      for each in classes { try writeJSON("class") { each.write(to: &$0) } }
      try writeJSON("summary") { json in
        json.member("classes", classes.count)
        json.member("images", usage.images)
        json.member("left_out", leftOut)
      }
    } else {
      for line in ClassSummary.lines(classes, console.style) { try console.writeLine(line) }
    }
    tellLeftOut(leftOut)
    return .done
  }
}
