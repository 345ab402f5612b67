internal import ByteText
internal import ImageCodec
internal import System

extension Dataset {
  /// Takes in other datasets, which stay as they are.
  ///
  /// Images keep class, extra labels, description, contributor, visibility and time; their bytes are
  /// hashed again, what was found out of them is taken over. What lies in another class here is refused.
  /// Cards and facts of classes fill gaps alone. Images are placed and recorded as `add` does it.
  ///
  /// - Parameter report: is told of every image, in the order of parts, classes and names, once what
  ///   it says is durable.
  /// - Throws: ``DatasetError``: `usage` if a part is this dataset; or what `report` throws.
  package func merge(
    _ options: MergeOptions, report: @escaping (AddResult) throws -> Void
  ) throws -> AddSummary {
    for part in options.parts where part.resolvedPath == resolvedPath {
      throw DatasetError.usage("'\(part.path.displayed)' is the dataset itself")
    }
    return try told {
      let start = Clocks.monotonicSeconds()
      var summary = AddSummary()
      var committer = try AddCommitter(self, AddOptions(mergingFor: options), report: report)
      for part in options.parts where Interrupt.received == nil {
        let start = try Interrupt.ending {
          let candidates = try PartCandidates(part)
          return (candidates, try takeClasses(of: candidates.index, part, options))
        }
        guard let (candidates, warnings) = start else { break }
        for warning in warnings { try report(.classWarning(warning)) }
        let before = committer.summary.added
        try take(candidates, of: part, options, &committer)
        let added = committer.summary.added - before
        if added > 0 {
          var session = try ClassSession(
            self, options.contributor, command: "merge", endsAtSignals: false)
          try session.record(.merged(name: part.name, images: added), in: [])
        }
        summary.skipped += candidates.skipped
      }
      let skipped = summary.skipped
      summary = committer.summary
      summary.skipped = skipped
      summary.seconds = Clocks.monotonicSeconds() - start
      return summary
    }
  }

  private func take(
    _ candidates: PartCandidates, of part: Dataset, _ options: MergeOptions,
    _ committer: inout AddCommitter
  ) throws {
    let stager = PartStager(
      dataset: self, part: part, options: options,
      budget: MemoryBudget.forDecoding(jobs: options.jobs))
    try committer.takeAll({ try candidates.next() }, staging: { stager.stage($0) })
  }

  /// Makes a part's classes, and fills gaps of the card and of what is noted of classes.
  private func takeClasses(
    of index: CatalogIndex, _ part: Dataset, _ options: MergeOptions
  ) throws -> [ClassWarning] {
    let names = try part.classNames().filter { ClassName.fault(in: $0) == nil }
    var session = try ClassSession(self, options.contributor, command: "merge")
    var maker = try ClassMaker(self)
    var changes: [CatalogRecord.Change] = []
    let card = index.card.replaced(by: session.index.card)
    if card != session.index.card { changes.append(.dataset(card)) }
    for name in names {
      if !session.tree.contains(name) {
        try maker.make(name)
        changes.append(.classAdded(name))
      }
      let own = session.index.classFacts[name] ?? ClassFacts()
      var facts = own
      facts.fillGaps(from: index.classFacts[name] ?? ClassFacts())
      if facts != own { changes.append(.classDescribed(name, facts)) }
    }
    if !changes.isEmpty {
      try session.record(changes.map { ($0, false) }, in: maker.made.isEmpty ? [] : [""])
    }
    return maker.warnings
  }
}

extension AddOptions {
  /// How the images of a part are placed.
  fileprivate init(mergingFor options: MergeOptions) {
    self.init(paths: [], assignment: .folders, contributor: options.contributor)
    createsClasses = true
    jobs = options.jobs
  }
}
