package import ByteText
internal import System

extension Dataset {
  /// Gives the images of the catalog that fit, in the order they were added or as asked.
  ///
  /// Reads the catalog alone: once for what it holds, since what later lines changed must be known
  /// before the first image is given, and what is given again. Private images of other contributors
  /// are left out. Several threads look at images and put into words what is found; `report` is called
  /// on the caller's, in order.
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
    try run(options, ListMaker(start: start, part: .record(add)), report)
  }

  /// The same of where the images lie, many at a time, for which nothing is read again.
  package func listPlaces<Share: Sendable>(
    _ options: ListOptions, start: Share,
    add: @escaping @Sendable (inout Share, [ImagePlace]) -> Void,
    report: (Share) throws -> Void
  ) throws -> ListSummary {
    try run(options, ListMaker(start: start, part: .places(add)), report)
  }

  private func run<Share: Sendable>(
    _ options: ListOptions, _ maker: ListMaker<Share>, _ report: (Share) throws -> Void
  ) throws -> ListSummary {
    do {
      return try ListRun(self, options).run(maker, report: report)
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
