package import ByteText
internal import System

extension Dataset {
  /// Gives the images of the catalog that fit, in the order they were added or as asked.
  ///
  /// Reads the catalog alone, twice: what later lines changed must be known before the first image
  /// is given. Private images of other contributors are left out. Several threads look at images and
  /// put into words what is found; `report` is called on the caller's, in order.
  ///
  /// - Parameters:
  ///   - start: what a share of the words begins with.
  ///   - add: adds an image's words to a share; runs on any thread.
  ///   - report: takes the shares in order.
  /// - Throws: ``DatasetError``, or what `report` throws.
  package func list<Share: Sendable>(
    _ options: ListOptions, start: Share,
    add: @escaping @Sendable (inout Share, ListedImage) -> Void,
    report: (Share) throws -> Void
  ) throws -> ListSummary {
    do {
      let run = try ListRun(self, options)
      return options.isPlain
        ? try run.inOrder(start: start, add: add, report: report)
        : try run.arranged(start: start, add: add, report: report)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// Gives the images that fit one by one.
  package func list(
    _ query: SearchQuery, for contributor: ByteString, report: (ImageRecord) throws -> Void
  ) throws -> ListSummary {
    var options = ListOptions(contributor: contributor)
    options.query = query
    return try list(options, start: []) {
      $0.append($1.record)
    } report: { records in
      for record in records { try report(record) }
    }
  }

  /// Gives the place of every image, as ``list(_:for:report:)`` with an empty query would.
  ///
  /// Reads the catalog once, and of most lines only the beginning and the end.
  package func listPlaces(
    for contributor: ByteString, report: (ImagePlace) throws -> Void
  ) throws -> ListSummary {
    do {
      let index = try CatalogIndex(CatalogFile(catalogPath))
      let visible = index.visible(to: contributor)
      var summary = ListSummary(leftOut: visible.leftOut, faults: index.catalogFaults)
      for entry in visible.entries {
        guard let format = entry.format else { continue }
        summary.images += 1
        try report(ImagePlace(className: index.className(of: entry), id: entry.id, format: format))
      }
      return summary
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }
}

extension CatalogIndex {
  /// The images that a contributor sees, in the order they were added, and how many others there are.
  func visible(to contributor: ByteString) -> (entries: [Entry], leftOut: Int) {
    let entries = inOrder
    let own = names.firstIndex(of: contributor).map { Int32($0) }
    guard entries.contains(where: { $0.visibility == .private && $0.owner != own }) else {
      return (entries, 0)
    }
    var seen: [Entry] = []
    seen.reserveCapacity(entries.count)
    for entry in entries where entry.visibility == .public || entry.owner == own {
      seen.append(entry)
    }
    return (seen, entries.count - seen.count)
  }

  /// The lines that are no records, as reports name them.
  var catalogFaults: [CatalogFault] {
    faults.map { CatalogFault(line: $0.line, message: $0.message) }
  }
}
