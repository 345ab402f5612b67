internal import ByteText
internal import System

/// One run of `list`.
///
/// The catalog is read once to learn what it holds, and of that what fits; what is told of images
/// beyond their places is read again.
struct ListRun {
  private let options: ListOptions
  private let file: CatalogFile
  private let index: CatalogIndex
  private let sifter: ListSifter
  /// The images in the order in which they were last added.
  private let entries: [CatalogIndex.Entry]
  private let reference: UInt64?
  private var summary: ListSummary
  private var faults: [Int: String] = [:]
  /// How many images are looked at together.
  private static let stretch = 2_048

  init(_ dataset: Dataset, _ options: ListOptions) throws {
    self.options = options
    let file = try CatalogFile(dataset.catalogPath)
    let isSifted = !options.query.isEmpty || options.measure != nil
    let sieve = isSifted ? LineSieve(options.query, options.measure) : nil
    let index = try CatalogIndex(file, sieve: sieve, endsAtSignals: true)
    let sifter = ListSifter(index, file, sieve, for: options.contributor)
    summary = ListSummary(faults: index.catalogFaults)
    entries = index.inOrder
    if let argument = options.like {
      reference = try LikenessReference(sifter).fingerprint(of: argument, in: file)
    } else {
      reference = nil
    }
    self.sifter = sifter
    self.index = index
    self.file = file
  }

  /// Gives what fits, arranged as asked.
  ///
  /// - Parameter report: takes what is made, in order.
  consuming func run<Share: Sendable>(
    _ maker: ListMaker<Share>, report: (Share) throws -> Void
  ) throws -> ListSummary {
    if options.isPlain {
      try giveAll(maker, report)
    } else if options.isArranged {
      try giveArranged(maker, report)
    } else {
      try giveFirst(maker, report)
    }
    summary.faults += try file.located(faults)
    return summary
  }

  /// Gives all that fit in the catalog's order, each stretch found and made by one thread.
  private mutating func giveAll<Share: Sendable>(
    _ maker: ListMaker<Share>, _ report: (Share) throws -> Void
  ) throws {
    let (index, sifter, shared) = (index, sifter, file.shared)
    try map(entries) { stretch throws(SystemError) in
      let found = try sifter.sift(stretch)
      let made = try maker.make(
        found.entries, of: index, in: shared, isInOrder: true, reference: nil)
      return (found, made)
    } consume: { run, outcome in
      let (found, made) = outcome
      run.summary.leftOut += found.leftOut
      run.note(found.faults + made.faults)
      run.summary.images += made.count
      if made.count > 0 { try report(made.share) }
    }
  }

  /// Gives the first that fit in the catalog's order, and looks at no more than it must.
  private mutating func giveFirst<Share: Sendable>(
    _ maker: ListMaker<Share>, _ report: (Share) throws -> Void
  ) throws {
    let limit = options.limit ?? .max
    var wanted: [CatalogIndex.Entry] = []
    var rest = entries[...]
    while !rest.isEmpty, wanted.count < limit {
      let stretch = rest.prefix(Self.stretch)
      rest = rest[stretch.endIndex...]
      let found = try sifter.sift(stretch)
      summary.leftOut += found.leftOut
      note(found.faults)
      wanted += found.entries.prefix(limit - wanted.count)
    }
    summary.leftOut += rest.count { !sifter.sees($0) }
    try give(wanted, maker, report)
  }

  /// Finds what fits, brings it into the order asked for, and gives it.
  private mutating func giveArranged<Share: Sendable>(
    _ maker: ListMaker<Share>, _ report: (Share) throws -> Void
  ) throws {
    let sifter = sifter
    let keys = ListKeys(index, options.order, reference)
    var candidates: [ListCandidate] = []
    try map(entries) { stretch throws(SystemError) in
      var found = try sifter.sift(stretch)
      var place = stretch.startIndex
      let candidates = found.entries.map { entry in
        while stretch[place].id != entry.id { place += 1 }
        return ListCandidate(key: keys.key(of: entry), place: UInt32(place))
      }
      found.entries = []
      return (found, candidates)
    } consume: { run, outcome in
      let (found, share) = outcome
      run.summary.leftOut += found.leftOut
      run.note(found.faults)
      candidates += share
    }
    ListCandidate.sort(&candidates)
    if options.order == .source, reference == nil { try sortTies(of: &candidates) }
    if options.isReversed { candidates.reverse() }
    try give(candidates.prefix(options.limit ?? .max).map { entries[Int($0.place)] }, maker, report)
  }

  /// Gives images, which are in any order if one was asked for.
  private mutating func give<Share: Sendable>(
    _ wanted: [CatalogIndex.Entry], _ maker: ListMaker<Share>, _ report: (Share) throws -> Void
  ) throws {
    let (index, shared, reference) = (index, file.shared, reference)
    let isInOrder = !options.isArranged
    try map(wanted) { stretch throws(SystemError) in
      try maker.make(
        Array(stretch), of: index, in: shared, isInOrder: isInOrder, reference: reference)
    } consume: { run, made in
      run.note(made.faults)
      run.summary.images += made.count
      if made.count > 0 { try report(made.share) }
    }
  }

  /// Sorts by the whole path what is alike in its first bytes.
  private func sortTies(of candidates: inout [ListCandidate]) throws {
    for run in candidates.runs(where: { $0.key == $1.key }) where run.count > 1 {
      var sources: [ImageID: ByteString] = [:]
      let tied = run.map { entries[Int($0.place)] }
      try file.mapRecords(in: index, tied) { block in
        var sources: [(ImageID, ByteString)] = []
        _ = block.read { sources.append(($0.facts.id, $0.source)) }
        return sources
      } consume: { share in
        for (id, source) in share { sources[id] = source }
      }
      let sorted = run.map { (sources[entries[Int($0.place)].id] ?? "", $0) }
        .sorted { ($0.0, $0.1.place) < ($1.0, $1.1.place) }
      candidates.replaceSubrange(run.startIndex..<run.endIndex, with: sorted.map(\.1))
    }
  }

  private mutating func note(_ found: [(offset: Int, message: String)]) {
    for fault in found { faults[fault.offset] = fault.message }
  }

  /// Works on stretches of some images with several threads, if they are many.
  private mutating func map<Output: Sendable>(
    _ entries: [CatalogIndex.Entry],
    work: @escaping @Sendable (ArraySlice<CatalogIndex.Entry>) throws(SystemError) -> Output,
    consume: (inout Self, Output) throws -> Void
  ) throws {
    var rest = entries[...]
    let jobs = entries.count > Self.stretch ? Processors.count : 1
    try mapInOrder(
      jobs: jobs, window: jobs * 4,
      next: { () throws -> ArraySlice<CatalogIndex.Entry>? in
        guard !rest.isEmpty else { return nil }
        try Interrupt.check()
        let stretch = rest.prefix(Self.stretch)
        rest = rest[stretch.endIndex...]
        return stretch
      },
      work: { stretch -> Result<Output, SystemError> in
        do throws(SystemError) {
          return .success(try work(stretch))
        } catch {
          return .failure(error)
        }
      },
      consume: { output in
        try Interrupt.check()
        try consume(&self, output.get())
      })
  }
}
