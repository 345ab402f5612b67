import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds remove DATASET ID…`.
  func runRemove() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    var options = RemoveOptions(try selection(), by: try requester())
    options.isDryRun = invocation.flag(.dryRun)
    options.isPurging = invocation.flag(.purge)
    let summary = try dataset.remove(options) { result in
      try isJSON ? tellJSON(result, options) : tellText(result, options)
    }
    tellLeftOut(summary.leftOut)
    usage.images = summary.removed
    if isJSON {
      try writeJSON("summary") { json in
        json.member("removed", summary.removed)
        json.member("absent", summary.absent)
        json.member("refused", summary.refused)
        if options.isDryRun { json.member("dry_run", true) }
      }
    } else {
      console.remark(
        "\(interruption)\(options.verb) \(Quantity.count(summary.removed, "image"))"
          + (summary.absent > 0 ? ", \(Quantity.grouped(summary.absent)) absent" : "")
          + (summary.refused > 0 ? ", \(Quantity.grouped(summary.refused)) refused" : ""))
    }
    return summary.refused > 0 ? .found : .done
  }

  private func tellText(_ result: RemoveResult, _ options: RemoveOptions) throws {
    switch result {
    case .removed(let place):
      guard !console.isQuiet else { return }
      try console.writeLine("\(options.verb) \(EscapedText.of(place.file))")
    case .labelled(let image):
      guard !console.isQuiet else { return }
      let verb = options.isDryRun ? "would label" : "labelled"
      try console.writeLine("\(verb) \(EscapedText.of(image.place.file))\(image.remarks)")
    case .absent(let request, _):
      console.report("\(EscapedText.quoted(request.image)) is absent, nothing to remove")
    case .refused(let refusal):
      console.report(refusal.text(verb: "remove"))
    }
  }

  private func tellJSON(_ result: RemoveResult, _ options: RemoveOptions) throws {
    func mark(_ json: inout JSONWriter) {
      if options.isDryRun { json.member("dry_run", true) }
    }
    switch result {
    case .removed(let place):
      try writeJSON("removed") { json in
        place.write(to: &json)
        mark(&json)
      }
    case .labelled(let image):
      try writeJSON("labelled") { json in
        image.write(to: &json)
        mark(&json)
      }
    case .absent(let request, let place):
      try writeJSON("absent") { json in
        if let place = place ?? request.namedPlace {
          place.write(to: &json)
        } else {
          json.member("id", bytes: request.image)
        }
        mark(&json)
      }
    case .refused(let refusal):
      try writeJSON("refused") { json in
        refusal.write(to: &json)
        mark(&json)
      }
    }
  }
}

extension RemoveOptions {
  fileprivate var verb: String {
    isDryRun ? "would remove" : isPurging ? "purged" : "removed"
  }
}
