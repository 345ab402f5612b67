import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds stats PATH`.
  func runStats() throws -> ExitCode {
    if let log = invocation.value(.usage) { return try runUsage(log) }
    var options = StatsOptions(path: path, contributor: try contributor())
    options.jobs = jobs
    options.hasPixels = invocation.flag(.pixels)
    let page = try invocation.value(.html).map { try PageOutput($0, besides: path) }
    let report = try stats(options)
    usage.images = report.images
    if let page {
      try page.write(StatsPage(report).text, console)
    } else if isJSON {
      try writeJSON("stats") { report.write(to: &$0) }
    } else {
      let text = StatsText(report, style: console.style, width: console.width)
      for line in text.lines { try console.writeLine(line) }
    }
    for fault in report.faults { console.report(fault) }
    if report.loosePictures > 0 {
      let pictures = Quantity.count(report.loosePictures, "picture")
      console.report("\(pictures) in no class folder, which do not count: folders are the classes")
    }
    if report.leftOut > 0 {
      console.remark("left out \(Quantity.count(report.leftOut, "private image"))")
    }
    return .done
  }

  private func runUsage(_ log: ByteString) throws -> ExitCode {
    let report = try UsageReport(log)
    if isJSON {
      try writeJSON("usage") { report.write(to: &$0) }
    } else {
      for line in report.lines(console.style) { try console.writeLine(line) }
    }
    for line in report.faults {
      console.report("line \(line) of '\(log.displayed)' tells of no command that ran")
    }
    return .done
  }
}
