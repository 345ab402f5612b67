import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds stats PATH`.
  func runStats() throws -> ExitCode {
    var options = StatsOptions(path: path, contributor: try contributor())
    options.jobs = jobs
    let report = try stats(options)
    if isJSON {
      try writeJSON("stats") { report.write(to: &$0) }
    } else {
      let text = StatsText(report, style: console.style, width: console.width)
      for line in text.lines { try console.writeLine(line) }
    }
    for fault in report.faults { console.report(fault) }
    if report.leftOut > 0 {
      console.remark("left out \(Quantity.count(report.leftOut, "private image"))")
    }
    return .done
  }
}
