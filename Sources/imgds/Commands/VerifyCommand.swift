import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds verify PATH`.
  func runVerify() throws -> ExitCode {
    var options = VerifyOptions(path: path)
    options.isQuick = invocation.flag(.quick)
    options.wantsDoubts = invocation.flag(.doubts)
    options.jobs = jobs
    options.maxPixels = invocation.number(.maxPixels) ?? options.maxPixels
    options.loaders = try loaders()
    if let list = invocation.value(.checks) { options.checks = try selection(list) }
    console.beginProgress("verifying", unit: "files")
    // A zip is one file to a walk, whatever is in it.
    let count = console.showsProgress ? fileCount(below: [path]) : 0
    let total = count > 1 ? count : nil
    var isConcluding = false
    let progress: (VerifyProgress) -> Void = { progress in
      switch progress {
      case .looked(let files): console.showProgress(done: files, total: total)
      case .concluded(let steps):
        if !isConcluding { console.beginProgress("learning", unit: "steps") }
        isConcluding = true
        console.showProgress(done: steps, total: nil)
      }
    }
    let summary =
      invocation.flag(.repair)
      ? try repair(options, contributor: contributor(), progress: progress, report: tell)
      : try verify(options, progress: progress, report: tell)
    console.endProgress()
    usage.images = summary.images
    if isJSON {
      for outcome in summary.loaders { try writeJSON("loader") { outcome.write(to: &$0) } }
      try writeJSON("summary") { summary.write(to: &$0) }
    } else {
      for line in LoaderOutcome.lines(summary.loaders, console.style) {
        try console.writeLine(line)
      }
      if let mended = summary.mended { console.remark("repaired \(Quantity.grouped(mended))") }
      console.remark(summary.text)
    }
    let isFound = summary.errors > 0 || (invocation.flag(.strict) && summary.warnings > 0)
    return isFound ? .found : .done
  }

  /// The checks that a comma-separated list names.
  private func selection(_ list: ByteString) throws -> CheckSelection {
    var unknown = ByteString()
    let words = list.split(on: UInt8(ascii: ","))
    if let selection = CheckSelection(words: words, unknown: &unknown) { return selection }
    let nearest = NearestWord.to(unknown, among: CheckSelection.words)
    let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
    throw invocation.usageError("'--checks' knows no check '\(unknown.displayed)'\(hint)")
  }

  private func tell(_ finding: Finding) throws {
    if isJSON { return try writeJSON("finding") { finding.write(to: &$0) } }
    if console.isQuiet, finding.severity == .note { return }
    for line in finding.lines(console.style) { try console.writeLine(line) }
  }

  /// The loaders named by `--for`, each once, in the order given.
  private func loaders() throws(UsageError) -> [Loader] {
    var loaders: [Loader] = []
    for word in invocation.values(.for).flatMap({ $0.split(on: UInt8(ascii: ",")) }) {
      guard let loader = Loader(rawValue: word.displayed) else {
        let known = Loader.allCases.map(\.rawValue)
        let nearest = NearestWord.to(word, among: known.map { ByteString($0) })
        let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
        throw invocation.usageError(
          "'--for' knows \(known.joined(separator: ", ")), not '\(word.displayed)'\(hint)")
      }
      if !loaders.contains(loader) { loaders.append(loader) }
    }
    return loaders
  }
}
