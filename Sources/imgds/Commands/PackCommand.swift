import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// Runs `imgds pack DATASET`.
  func runPack() throws -> ExitCode {
    let dataset = try Dataset.open(path)
    let target = invocation.value(.output) ?? dataset.archiveName
    var options = PackOptions(output: target == "-" ? .standardOutput : .file(target))
    options.includesPrivate = invocation.flag(.includePrivate)
    options.jobs = jobs
    options.date = try date() ?? options.date
    if target == "-", console.outputIsTerminal {
      throw invocation.usageError("an archive is not for a terminal, send it to a file or a pipe")
    }
    console.beginProgress("packing", unit: "images")
    let report = try dataset.pack(options) { console.showProgress(done: $0, total: $1) }
    console.endProgress()
    for stray in report.strays { console.report("left out \(EscapedText.quoted(stray)), a stray") }
    for fault in report.faults {
      console.report("cannot pack \(EscapedText.quoted(fault.file)): \(fault.message)")
    }
    guard report.faults.isEmpty else { return .found }
    if Interrupt.received == nil { try tell(report) }
    return .done
  }

  private func tell(_ report: PackReport) throws {
    if isJSON {
      let line = JSONLine.bytes("pack") { report.write(to: &$0) }
      if report.file == "-" {
        console.tell(String(decoding: line, as: UTF8.self))
      } else {
        try console.write(line)
      }
    } else {
      let leftOut =
        report.leftOut > 0 ? ", left out \(Quantity.count(report.leftOut, "file"))" : ""
      console.remark(
        "packed \(Quantity.count(report.images, "image")) of "
          + "\(Quantity.count(report.classes, "class", plural: "classes")) into "
          + "\(EscapedText.quoted(report.file)) (\(Quantity.bytes(report.bytes)))\(leftOut)")
    }
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

extension PackReport {
  /// Adds the keys of a `pack` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("file", bytes: file)
    json.member("bytes", bytes)
    json.member("sha256", Hexadecimal.encode(sha256))
    json.member("images", images)
    json.member("classes", classes)
    json.member("splits", 0)
    json.member("private", privateImages)
    json.member("left_out", leftOut)
    json.member("files") { json in
      json.array { $0.value(file) }
    }
  }
}
