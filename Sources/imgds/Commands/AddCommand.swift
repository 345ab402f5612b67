import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds add DATASET PATH… --class CLASS`.
  func runAdd() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    var options = AddOptions(
      paths: Array(invocation.operands.dropFirst()), assignment: try assignment(),
      contributor: try contributor())
    options.createsClasses = invocation.flag(.create)
    options.movesSources = invocation.flag(.move)
    options.visibility = invocation.flag(.private) ? .private : .public
    options.isStrict = invocation.flag(.strict)
    options.isDryRun = invocation.flag(.dryRun)
    options.jobs = jobs
    options.cacheFolder = Environment.cacheFolder
    options.maxPixels = invocation.number(.maxPixels) ?? options.maxPixels
    let isCountable = console.showsProgress && !options.paths.contains("-")
    let total = isCountable ? fileCount(below: options.paths, outside: dataset) : nil
    let report = AddReport(self, isDryRun: options.isDryRun, total: total)
    let input = standardInput()
    console.beginProgress("adding", unit: "images")
    let summary = try dataset.add(options, list: { try input.next() }, report: report.tell)
    console.endProgress()
    usage.images = summary.added
    try report.finish(summary)
    return summary.refused > 0 ? .found : .done
  }

  private func assignment() throws -> AddOptions.Assignment {
    if let name = invocation.value(.class) { return .className(name) }
    if let least = invocation.share(.suggest) { return .suggested(least: least) }
    guard let table = invocation.value(.labels) else { return .folders }
    let (path, columns) = try tableOperand(table)
    let bytes = try tableBytes(at: path)
    return .table(
      try LabelTable(
        bytes, path: path, fileColumns: [columns?.file ?? "file_name"],
        labelColumn: columns?.label ?? "label"))
  }

  /// Parts `FILE.csv:FILE_COLUMN,LABEL_COLUMN`; a file whose name holds the colon wins.
  private func tableOperand(
    _ text: ByteString
  ) throws -> (path: ByteString, columns: (file: ByteString, label: ByteString)?) {
    guard let colon = text.bytes.lastIndex(of: UInt8(ascii: ":")), try !Files.exists(text) else {
      return (text, nil)
    }
    let columns = ByteString(text.bytes[(colon + 1)...]).split(on: UInt8(ascii: ","))
    guard columns.count == 2, columns.allSatisfy({ !$0.isEmpty }) else {
      throw invocation.usageError("'--labels' takes FILE.csv or FILE.csv:FILE_COLUMN,LABEL_COLUMN")
    }
    return (ByteString(text.bytes[..<colon]), (columns[0], columns[1]))
  }
}
