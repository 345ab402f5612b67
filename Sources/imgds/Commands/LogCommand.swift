import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds log DATASET`.
  func runLog() throws -> ExitCode {
    var options = LogOptions()
    options.by = invocation.value(.by)
    options.image = invocation.value(.image)
    let (since, until) = (invocation.value(.since), invocation.value(.until))
    guard let period = LogOptions.period(since: since, until: until) else {
      throw invocation.usageError(
        "'--since' and '--until' take a date or time, as in 2026-01-31 or 2026-01-31T12:00:00Z")
    }
    options.period = period
    let summary = try Dataset.open(path).log(options) { event in
      if isJSON {
        try writeJSON("event") { event.write(to: &$0) }
      } else {
        try console.writeLine(event.line(console.style))
      }
    }
    if let unknown = summary.unknown { console.report(unknown) }
    for fault in summary.faults {
      console.report("line \(fault.line) of the catalog \(fault.message), see 'imgds verify'")
    }
    if isJSON { try writeJSON("summary") { $0.member("events", summary.events) } }
    return .done
  }
}
