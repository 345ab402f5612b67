import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds list DATASET [TERM[,TERM…]…]`.
  func runList() throws -> ExitCode {
    let query = try SearchQuery(Array(invocation.operands.dropFirst()))
    let dataset = try Dataset.open(path)
    let isTable = console.outputIsTerminal && !isJSON && !invocation.flag(.nulSeparated)
    var table = ListTable()
    if query.isEmpty, !isJSON, !isTable { return try listPaths(of: dataset) }
    let summary = try dataset.list(query, for: try contributor()) { record in
      if isJSON {
        try writeJSON("image") { record.write(to: &$0) }
      } else if isTable {
        table.add(record)
      } else {
        let end: UInt8 = invocation.flag(.nulSeparated) ? 0 : UInt8(ascii: "\n")
        try console.write(dataset.path.appending(record.place.file).bytes + [end])
      }
    }
    if isTable { for line in table.lines(console.style) { try console.writeLine(line) } }
    tellRest(of: summary)
    if isJSON {
      try writeJSON("summary") { json in
        json.member("images", summary.images)
        json.member("left_out", summary.leftOut)
      }
    }
    return .done
  }

  /// The path of every image, for which most of the catalog need not be read.
  private func listPaths(of dataset: Dataset) throws -> ExitCode {
    let end: UInt8 = invocation.flag(.nulSeparated) ? 0 : UInt8(ascii: "\n")
    var line: [UInt8] = []
    let summary = try dataset.listPlaces(for: try contributor()) { place in
      line.removeAll(keepingCapacity: true)
      line += dataset.path.bytes
      if line.last != UInt8(ascii: "/") { line.append(UInt8(ascii: "/")) }
      place.append(to: &line)
      line.append(end)
      try console.write(line)
    }
    tellRest(of: summary)
    return .done
  }

  private func tellRest(of summary: ListSummary) {
    for fault in summary.faults {
      console.report("line \(fault.line) of the catalog \(fault.message), see 'imgds verify'")
    }
    if summary.leftOut > 0 {
      console.remark("left out \(Quantity.count(summary.leftOut, "private image"))")
    }
  }
}
