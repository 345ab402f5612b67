import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds verify PATH`.
  func runVerify() throws -> ExitCode {
    var options = VerifyOptions(path: path)
    options.isQuick = invocation.flag(.quick)
    options.jobs = jobs
    options.maxPixels = invocation.number(.maxPixels) ?? options.maxPixels
    console.beginProgress("verifying", unit: "files")
    let progress: (Int) -> Void = { console.showProgress(done: $0, total: nil) }
    let report: (Finding) throws -> Void = { try isJSON ? tellJSON($0) : tellText($0) }
    let summary =
      invocation.flag(.repair)
      ? try repair(options, contributor: contributor(), progress: progress, report: report)
      : try verify(options, progress: progress, report: report)
    console.endProgress()
    if isJSON {
      try writeJSON("summary") { json in
        json.member("files", summary.files)
        json.member("images", summary.images)
        json.member("classes", summary.classes)
        json.member("errors", summary.errors)
        json.member("warnings", summary.warnings)
        json.member("notes", summary.notes)
        if let mended = summary.mended { json.member("repaired", mended) }
      }
    } else {
      if let mended = summary.mended { console.remark("repaired \(Quantity.grouped(mended))") }
      console.remark(
        "\(Quantity.count(summary.files, "file")), \(Quantity.count(summary.images, "sound image")) in "
          + "\(Quantity.count(summary.classes, "class", plural: "classes")): "
          + "\(Quantity.count(summary.errors, "error")), "
          + "\(Quantity.count(summary.warnings, "warning")), \(Quantity.count(summary.notes, "note"))"
      )
    }
    let isFound = summary.errors > 0 || (invocation.flag(.strict) && summary.warnings > 0)
    return isFound ? .found : .done
  }

  private func tellText(_ finding: Finding) throws {
    if console.isQuiet, finding.severity != .error { return }
    let file = EscapedText.of(finding.file)
    if let remedy = finding.remedy {
      return try console.writeLine(
        "repaired \(finding.code.rawValue) \(file): \(EscapedText.of(finding.message)), "
          + EscapedText.of(remedy))
    }
    let ink: Style.Ink? =
      switch finding.severity {
      case .error: .red
      case .warning: .yellow
      case .note: nil
      }
    let severity = finding.severity.rawValue
    let shown = ink.map { console.style.paint(severity, $0) } ?? severity
    let message = EscapedText.of(finding.message)
    try console.writeLine("\(shown) \(finding.code.rawValue) \(file): \(message)")
    for member in finding.files where member != finding.file {
      try console.writeLine("  \(EscapedText.of(member))")
    }
  }

  private func tellJSON(_ finding: Finding) throws {
    try writeJSON("finding") { json in
      json.member("severity", ByteString(finding.severity.rawValue))
      json.member("code", ByteString(finding.code.rawValue))
      json.member("file", bytes: finding.file)
      json.member("message", ByteString(finding.message))
      if let remedy = finding.remedy { json.member("repaired", ByteString(remedy)) }
      if !finding.files.isEmpty {
        json.member("files") { json in
          json.array { json in
            for file in finding.files { json.value(file) }
          }
        }
      }
    }
  }
}
