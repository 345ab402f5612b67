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
    usage.images = report.images
    for part in report.emptyParts {
      console.report("warning: no class has enough images for '\(part.name.displayed)'")
    }
    for shard in report.staleShards {
      console.report(
        "warning: \(EscapedText.quoted(shard)) is of an earlier run, remove it and those after it")
    }
    guard Interrupt.received == nil else {
      if !isJSON {
        console.remark(interruption + (report.files.isEmpty ? "packed nothing" : report.sentence))
      }
      return .done
    }
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
}
