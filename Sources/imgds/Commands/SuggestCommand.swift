import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds suggest DATASET FILE…`.
  func runSuggest() throws -> ExitCode {
    if let command = invocation.value(.model), command.bytes.allSatisfy({ $0 == 0x20 }) {
      throw invocation.usageError("'--model' needs a command")
    }
    let dataset = try Dataset.open(path)
    var options = SuggestOptions(
      paths: Array(invocation.operands.dropFirst()), contributor: try contributor())
    options.top = invocation.number(.top) ?? options.top
    options.jobs = jobs
    options.maxPixels = invocation.number(.maxPixels) ?? options.maxPixels
    options.model = invocation.value(.model)
    options.cacheFolder = Environment.cacheFolder
    let report = SuggestReport(self, dataset: dataset.path)
    let input = standardInput()
    if options.model == nil { console.beginProgress("learning", unit: "images") }
    let summary = try dataset.suggest(
      options, list: { try input.next() },
      progress: { console.showProgress(done: $0, total: $1) }, report: report.tell)
    console.endProgress()
    usage.images = summary.suggestions
    try report.finish(summary)
    return .done
  }
}
