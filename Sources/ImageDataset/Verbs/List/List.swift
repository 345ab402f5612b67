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

extension Dataset {
  /// Gives the place of every image, as ``list(_:for:report:)`` with an empty query would.
  ///
  /// Reads the catalog once, and of most lines only the beginning and the end.
  package func listPlaces(
    for contributor: ByteString, report: (ImagePlace) throws -> Void
  ) throws -> ListSummary {
    do {
      let index = try CatalogIndex(CatalogFile(catalogPath))
      var summary = ListSummary(
        faults: index.faults.map { CatalogFault(line: $0.line, message: $0.message) })
      for entry in index.inOrder {
        if entry.visibility == .private, index.owner(of: entry) != contributor {
          summary.leftOut += 1
        } else if let format = entry.format {
          summary.images += 1
          try report(
            ImagePlace(className: index.className(of: entry), id: entry.id, format: format))
        }
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
