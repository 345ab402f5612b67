internal import ByteText
internal import System

/// One run of `list`.
struct ListRun {
  private let options: ListOptions
  private let file: CatalogFile
  private let index: CatalogIndex
  private let visible: [CatalogIndex.Entry]
  private let reference: UInt64?
  private var summary: ListSummary

  init(_ dataset: Dataset, _ options: ListOptions) throws {
    self.options = options
    let file = try CatalogFile(dataset.catalogPath)
    let index = try CatalogIndex(file)
    let (visible, leftOut) = index.visible(to: options.contributor)
    summary = ListSummary(leftOut: leftOut, faults: index.catalogFaults)
    if let argument = options.like {
      reference = try LikenessReference(index, visible).fingerprint(of: argument, in: file)
    } else {
      reference = nil
    }
    self.visible = visible
    self.index = index
    self.file = file
  }

  /// What a block of the catalog came to.
  private struct Outcome<Share: Sendable>: Sendable {
    var share: Share
    var count = 0
    var faults: [(offset: Int, message: String)] = []
  }

  /// Gives what fits in the catalog's order.
  consuming func inOrder<Share: Sendable>(
    start: Share, add: @escaping @Sendable (inout Share, ListedImage) -> Void,
    report: (Share) throws -> Void
  ) throws -> ListSummary {
    let query = options.query
    var faults: [Int: String] = [:]
    var images = 0
    try file.mapRecords(in: index, visible) { block in
      var outcome = Outcome(share: start)
      outcome.faults = block.read { record in
        guard query.fits(record) else { return }
        outcome.count += 1
        add(&outcome.share, ListedImage(record: record, distance: nil))
      }
      return outcome
    } consume: { outcome in
      for fault in outcome.faults { faults[fault.offset] = fault.message }
      images += outcome.count
      if outcome.count > 0 { try report(outcome.share) }
    }
    summary.faults += try file.located(faults)
    summary.images = images
    return summary
  }

  /// Finds what fits, brings it into the order asked for, and reads again what is to be given.
  consuming func arranged<Share: Sendable>(
    start: Share, add: @escaping @Sendable (inout Share, ListedImage) -> Void,
    report: (Share) throws -> Void
  ) throws -> ListSummary {
    let (options, reference) = (options, reference)
    var faults: [Int: String] = [:]
    var found: [ListCandidate] = []
    try file.mapRecords(in: index, visible) { block in
      var outcome = Outcome(share: [ListCandidate]())
      outcome.faults = block.read { record in
        guard options.query.fits(record) else { return }
        outcome.share.append(ListCandidate(record, options.order, reference))
      }
      return outcome
    } consume: { outcome in
      for fault in outcome.faults { faults[fault.offset] = fault.message }
      found += outcome.share
    }
    found = ListCandidate.sorted(found, isReversed: options.isReversed)
    if let limit = options.limit { found.removeLast(max(0, found.count - limit)) }
    try file.mapRecords(in: index, ids: found.map(\.id)) { block in
      var share = start
      _ = block.read { record in
        let distance = reference.map { ($0 ^ record.facts.fingerprint).nonzeroBitCount }
        add(&share, ListedImage(record: record, distance: distance))
      }
      return share
    } consume: {
      try report($0)
    }
    summary.faults += try file.located(faults)
    summary.images = found.count
    return summary
  }
}
