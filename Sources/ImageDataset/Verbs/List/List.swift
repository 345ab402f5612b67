package import ByteText
internal import System

extension Dataset {
  /// Gives every image of the catalog that a query fits, in the order they were added.
  ///
  /// Reads the catalog alone, twice: what later lines changed must be known before the first image
  /// is given. Private images of other contributors are left out.
  ///
  /// - Returns: how many private images were left out, and the lines that are no records.
  package func list(
    _ query: SearchQuery, for contributor: ByteString, report: (ImageRecord) throws -> Void
  ) throws -> ListSummary {
    do {
      let file = try CatalogFile(catalogPath)
      let index = try CatalogIndex(file)
      var summary = ListSummary(
        faults: index.faults.map { CatalogFault(line: $0.line, message: $0.message) })
      try file.forEachRecord(in: index) { record in
        if record.visibility == .private, record.by != contributor {
          summary.leftOut += 1
        } else if query.fits(record) {
          summary.images += 1
          try report(record)
        }
      } fault: {
        summary.faults.append($0)
      }
      return summary
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }
}

/// What `list` found.
package struct ListSummary: Sendable {
  package var images = 0
  /// Private images of others.
  package var leftOut = 0
  package var faults: [CatalogFault]
}

/// A line of the catalog that is no record.
package struct CatalogFault: Sendable {
  package let line: Int
  package let message: String
}
