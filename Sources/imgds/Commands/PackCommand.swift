import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds pack DATASET`.
  func runPack() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    let options = try packOptions(dataset)
    if case .standardOutput = options.output, console.outputIsTerminal {
      throw invocation.usageError("an archive is not for a terminal, send it to a file or a pipe")
    }
    console.beginProgress("packing", unit: "images")
    defer { console.endProgress() }
    do {
      return try tell(dataset.pack(options) { console.showProgress(done: $0, total: $1) })
    } catch {
      guard case DatasetError.system(let error) = error, error.isClosedPipe else { throw error }
      return .done
    }
  }

  private func tell(_ report: PackReport) throws -> ExitCode {
    console.endProgress()
    for stray in report.strays { console.report("left out \(EscapedText.quoted(stray)), a stray") }
    for fault in report.faults {
      console.report("cannot pack \(EscapedText.quoted(fault.file)): \(fault.message)")
    }
    guard report.faults.isEmpty else { return .found }
    for part in report.emptyParts {
      console.report("warning: no class has enough images for '\(part.name.displayed)'")
    }
    for shard in report.staleShards {
      console.report(
        "warning: \(EscapedText.quoted(shard)) is of an earlier run, remove it and those after it")
    }
    guard Interrupt.received == nil else { return .done }
    let line = JSONLine.bytes("pack") { report.write(to: &$0) }
    if !isJSON {
      console.remark(report.sentence)
    } else if report.file == "-" {
      console.tell(String(decoding: line, as: UTF8.self))
    } else {
      try console.write(line)
    }
    return .done
  }

  private func packOptions(_ dataset: Dataset) throws -> PackOptions {
    let isSharded = invocation.value(.format) == "webdataset"
    let target = invocation.value(.output) ?? (isSharded ? "." : dataset.archiveName)
    var options = PackOptions(output: target == "-" ? .standardOutput : .file(target))
    options.format = isSharded ? .webdataset : .zip
    options.shardSize = invocation.size(.shardSize)
    options.query = try SearchQuery(invocation.values(.where))
    options.includesPrivate = invocation.flag(.includePrivate)
    if !isSharded, invocation.value(.split) == nil, invocation.flag(.seed) {
      throw invocation.usageError(
        "'--seed' does nothing without '--split' or '--format webdataset'")
    }
    options.seed = invocation.number(.seed) ?? options.seed
    options.split = try split()
    options.isSplitIntoFiles = invocation.flag(.splitFiles)
    options.isPlain = invocation.flag(.plain)
    options.tellsProvenance = invocation.flag(.provenance)
    options.hasCroissant = invocation.flag(.croissant)
    options.jobs = jobs
    options.date = try date()
    return options
  }

  private func split() throws -> PackOptions.Split? {
    guard let weights = invocation.value(.split) else { return nil }
    guard let shares = SplitShares(weights) else {
      throw invocation.usageError(
        "'--split' takes two or three weights above 0, as 80,20 or 80,10,10, "
          + "not '\(weights.displayed)'")
    }
    var split = PackOptions.Split(shares)
    split.earlier = invocation.values(.keepSplit)
    if let path = invocation.value(.groupBy) {
      let bytes = try Files.readWhole(path, atMost: LabelTable.largest)
      split.groups = try GroupTable(bytes, path: path)
    }
    return split
  }

  /// The date of every entry, from `SOURCE_DATE_EPOCH` if that is set.
  private func date() throws(UsageError) -> Timestamp? {
    guard let text = Environment.value("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Decimal.number(text.bytes) else {
      throw UsageError("SOURCE_DATE_EPOCH is no number of seconds: '\(text.displayed)'")
    }
    return Timestamp(seconds: seconds)
  }
}
