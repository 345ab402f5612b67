internal import ByteText
internal import System

extension Dataset {
  /// Moves images to other classes; they keep their ids.
  ///
  /// One that cannot be moved is refused, and the others go on. Images are renamed first and recorded
  /// then, so a kill between leaves at most an image that the catalog has elsewhere.
  ///
  /// - Throws: ``DatasetError``, before anything is changed if a class does not exist; or what
  ///   `report` throws.
  package func label(
    _ options: LabelOptions, report: (LabelResult) throws -> Void
  ) throws -> LabelSummary {
    try checkClasses(options.requests)
    var summary = LabelSummary()
    var rest = options.requests[...]
    while !rest.isEmpty, Interrupt.received == nil {
      let part = rest.prefix(Self.labelsPerFlush)
      rest = rest.dropFirst(part.count)
      let (results, failure) = try move(part, options)
      for result in results {
        summary.count(result)
        try report(result)
      }
      if let failure { throw DatasetError.system(failure) }
    }
    return summary
  }

  private static let labelsPerFlush = 1_024

  private func checkClasses(_ requests: [LabelOptions.Request]) throws(DatasetError) {
    let names = try classNames()
    let known = Set(names)
    for request in requests where !known.contains(request.className) {
      let nearest = NearestWord.to(request.className, among: names)
      let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
      let place = request.line.map { " (line \($0) of the table)" } ?? ""
      throw .usage("there is no class '\(request.className.displayed)'\(place)\(hint)")
    }
  }

  /// Moves images until one fails, and records those that were moved whatever failed then.
  private func move(
    _ requests: ArraySlice<LabelOptions.Request>, _ options: LabelOptions
  ) throws -> (results: [LabelResult], failure: SystemError?) {
    do {
      var transaction = try CatalogTransaction(self)
      let index = try CatalogIndex(CatalogFile(catalogPath))
      var mover = ImageMover(
        locator: ImageLocator(try ClassTree(self)), index: index, dataset: self)
      var results: [LabelResult] = []
      var failure: SystemError?
      for request in requests where failure == nil {
        do {
          results.append(try mover.move(request, options))
        } catch let error as SystemError {
          failure = error
        }
      }
      try transaction.record(mover.records, in: mover.touched)
      return (results, failure)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }
}

extension LabelSummary {
  fileprivate mutating func count(_ result: LabelResult) {
    switch result {
    case .labelled: labelled += 1
    case .unchanged: unchanged += 1
    case .refused: refused += 1
    }
  }
}
