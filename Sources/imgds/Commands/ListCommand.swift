import ByteText
import CommandGrammar
import ImageDataset

extension CommandContext {
  /// Runs `imgds list DATASET [TERM[,TERM…]…]`.
  func runList() throws -> ExitCode {
    var options = ListOptions(contributor: try contributor())
    options.query = try SearchQuery(Array(invocation.operands.dropFirst()))
    options.like = invocation.value(.like)
    options.order = invocation.value(.sort).flatMap { ListOrder(rawValue: $0.displayed) }
    options.isReversed = invocation.flag(.reverse)
    options.limit = invocation.number(.limit)
    let dataset = try Dataset.open(path)
    if invocation.flag(.tags) { return try listTags(of: dataset, options) }
    let summary: ListSummary
    if isJSON {
      summary = try dataset.list(options, start: []) {
        $0 += $1.jsonLine
      } report: {
        try console.write($0)
      }
    } else if console.outputIsTerminal, !invocation.flag(.nulSeparated) {
      summary = try listTable(of: dataset, options)
    } else {
      summary = try listPaths(of: dataset, options)
    }
    usage.images = summary.images
    tellRest(leftOut: summary.leftOut, faults: summary.faults)
    if isJSON { try summarise(images: summary.images, leftOut: summary.leftOut) }
    return .done
  }

  private func listTable(of dataset: Dataset, _ options: ListOptions) throws -> ListSummary {
    var table = ListTable(isEscaped: true)
    let summary = try dataset.list(options, start: []) {
      $0.append($1)
    } report: { images in
      for image in images { table.add(image.record) }
    }
    for line in table.lines(console.style) { try console.writeLine(line) }
    return summary
  }

  /// Paths alone, for which the catalog is read but once.
  private func listPaths(of dataset: Dataset, _ options: ListOptions) throws -> ListSummary {
    let end: UInt8 = invocation.flag(.nulSeparated) ? 0 : UInt8(ascii: "\n")
    let folder = Array(dataset.path.appending("x").bytes.dropLast())
    return try dataset.listPlaces(options, start: []) { lines, places in
      // A copy for this thread: threads that count references to one array wait for each other.
      let folder = folder.map { $0 }
      for place in places {
        lines += folder
        place.append(to: &lines)
        lines.append(end)
      }
    } report: {
      try console.write($0)
    }
  }

  private func listTags(of dataset: Dataset, _ options: ListOptions) throws -> ExitCode {
    let report = try dataset.tags(options)
    usage.images = report.images
    if isJSON {
      for tag in report.tags { try writeJSON("tag") { tag.write(to: &$0) } }
    } else {
      let table = ListTable(isEscaped: console.outputIsTerminal)
      for line in table.lines(of: report.tags, console.style) { try console.writeLine(line) }
    }
    tellRest(leftOut: report.leftOut, faults: report.faults)
    if isJSON { try summarise(images: report.images, leftOut: report.leftOut) }
    return .done
  }

  private func summarise(images: Int, leftOut: Int) throws {
    try writeJSON("summary") { json in
      json.member("images", images)
      json.member("left_out", leftOut)
    }
  }

  private func tellRest(leftOut: Int, faults: [CatalogFault]) {
    for fault in faults {
      console.report("line \(fault.line) of the catalog \(fault.message), see 'imgds verify'")
    }
    if leftOut > 0 { console.remark("left out \(Quantity.count(leftOut, "private image"))") }
  }
}
