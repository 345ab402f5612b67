import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds merge DATASET PART…`.
  func runMerge() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    let parts = try invocation.operands.dropFirst().map { try Dataset.open($0) }
    var options = MergeOptions(parts, contributor: try contributor())
    options.jobs = jobs
    options.maxPixels = invocation.number(.maxPixels) ?? options.maxPixels
    let total =
      console.showsProgress ? fileCount(below: Array(invocation.operands.dropFirst())) : nil
    let report = AddReport(self, isDryRun: false, total: total)
    console.beginProgress("merging", unit: "images")
    let summary = try dataset.merge(options, report: report.tell)
    console.endProgress()
    usage.images = summary.added
    try report.finish(summary)
    return summary.refused > 0 ? .found : .done
  }
}
