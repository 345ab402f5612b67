internal import ByteText
internal import System

extension Dataset {
  /// Removes images.
  ///
  /// One that cannot be removed is refused, one that is gone already is absent, and the others go on.
  /// Removals are recorded first and images unlinked then, so a kill between leaves at most an image
  /// that the catalog lacks; the same command again finishes. Where someone copied an image into
  /// another class and the recorded copy goes, it is recorded to be of that class, and stays.
  ///
  /// - Throws: ``DatasetError``, or what `report` throws.
  package func remove(
    _ options: RemoveOptions, report: (RemoveResult) throws -> Void
  ) throws -> RemoveSummary {
    do {
      var summary = RemoveSummary()
      let finder = ImageFinder(
        self, options.selection, by: options.requester,
        former: options.isPurging ? .all : .present)
      let start = try Interrupt.ending {
        (try finder.requests(), try CatalogIndex(CatalogFile(catalogPath), endsAtSignals: true))
      }
      guard let ((requests, leftOut), folded) = start else { return summary }
      summary.leftOut = leftOut
      // A purge rewrites the catalog, which is to be done once.
      let most = options.isPurging ? requests.count : Self.removalsPerFlush
      var index = folded
      var rest = requests[...]
      while !rest.isEmpty, Interrupt.received == nil {
        let part = rest.prefix(most)
        rest = rest.dropFirst(part.count)
        for result in try remove(part, finder, options, &index) {
          summary.count(result)
          try report(result)
        }
      }
      return summary
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  private static let removalsPerFlush = 1_024

  private func remove(
    _ requests: ArraySlice<ImageRequest>, _ finder: ImageFinder, _ options: RemoveOptions,
    _ index: inout CatalogIndex
  ) throws -> [RemoveResult] {
    if options.isDryRun {
      var remover = try ImageRemover(self, options, index)
      return try remover.look(at: requests.flatMap { try finder.settled($0, in: index) })
    }
    var transaction = try CatalogTransaction(self)
    try index.update(from: CatalogFile(catalogPath))
    var remover = try ImageRemover(self, options, index)
    let results = try remover.look(at: requests.flatMap { try finder.settled($0, in: index) })
    try remover.carryOut(&transaction)
    return results
  }
}
