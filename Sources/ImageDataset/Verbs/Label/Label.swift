internal import ByteText
internal import System

extension Dataset {
  /// Changes what is said of images: their class, extra labels, description and visibility; they keep
  /// their ids.
  ///
  /// One that cannot be changed is refused, and the others go on. Images are renamed first and recorded
  /// then, so a kill between leaves at most an image that the catalog has elsewhere. A private image is
  /// one that the catalog calls private: it is recorded before its mode becomes 0600, and becomes 0644
  /// before it is recorded as public, so that no kill lets one into an archive.
  ///
  /// - Throws: ``DatasetError``, before anything is changed if a class does not exist; or what
  ///   `report` throws.
  package func label(
    _ options: LabelOptions, report: (LabelResult) throws -> Void
  ) throws -> LabelSummary {
    try checkClasses(options)
    do {
      var summary = LabelSummary()
      let finder = ImageFinder(
        self, options.selection, by: options.requester, movingTo: options.change.className)
      let start = try Interrupt.ending {
        (
          try requests(of: options, finder),
          try CatalogIndex(CatalogFile(catalogPath), endsAtSignals: true)
        )
      }
      guard let ((requests, leftOut), folded) = start else { return summary }
      summary.leftOut = leftOut
      var index = folded
      var rest = requests[...]
      while !rest.isEmpty, Interrupt.received == nil {
        let part = rest.prefix(Self.labelsPerFlush)
        rest = rest.dropFirst(part.count)
        let (results, failure) = try label(part, finder, options, &index)
        for result in results {
          summary.count(result)
          try report(result)
        }
        if let failure { throw failure }
      }
      return summary
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  private static let labelsPerFlush = 1_024

  private func requests(
    of options: LabelOptions, _ finder: ImageFinder
  ) throws -> (requests: [ImageLabeller.Request], leftOut: Int) {
    if let table = options.table {
      let requests = table.rows.map {
        ImageLabeller.Request(target: ImageRequest($0.file, line: $0.line), className: $0.label)
      }
      return (requests, 0)
    }
    let (found, leftOut) = try finder.requests()
    let requests = found.map {
      ImageLabeller.Request(target: $0, className: options.change.className)
    }
    return (requests, leftOut)
  }

  private func checkClasses(_ options: LabelOptions) throws(DatasetError) {
    let names = try classNames()
    let known = Set(names)
    var wanted = options.table?.rows.map { ($0.label, $0.line as Int?) } ?? []
    if let name = options.change.className { wanted.append((name, nil)) }
    for (name, line) in wanted where !known.contains(name) {
      let nearest = NearestWord.to(name, among: names)
      let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
      let place = line.map { " (line \($0) of the table)" } ?? ""
      throw .usage("there is no class '\(name.displayed)'\(place)\(hint)")
    }
  }

  /// Changes images until one fails, and records those that were changed whatever failed then.
  private func label(
    _ requests: ArraySlice<ImageLabeller.Request>, _ finder: ImageFinder,
    _ options: LabelOptions, _ index: inout CatalogIndex
  ) throws -> (results: [LabelResult], failure: SystemError?) {
    var transaction = try CatalogTransaction(self)
    try index.update(from: CatalogFile(catalogPath))
    var labeller = try ImageLabeller(self, options, index)
    var results: [LabelResult] = []
    var failure: SystemError?
    for request in requests where failure == nil {
      do {
        for target in try finder.settled(request.target, in: index) {
          results.append(
            try labeller.label(ImageLabeller.Request(target: target, className: request.className)))
        }
      } catch let error as SystemError {
        failure = error
      }
    }
    try labeller.finish(&transaction)
    return (results, failure)
  }
}
