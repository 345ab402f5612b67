internal import ByteText
internal import ImageCodec
internal import System

extension Dataset {
  /// Adds pictures: reads, decodes and stages them on all cores, places and reports them in order.
  ///
  /// - Parameters:
  ///   - list: gives the paths that stand for `-`.
  ///   - report: is told of every input, in input order, once what it says is durable.
  /// - Returns: the counts; they are true also when an interrupt ended the work early.
  /// - Throws: ``DatasetError``, or what `report` throws. What was reported by then stands.
  package func add(
    _ options: AddOptions, list: @escaping PathList, report: @escaping (AddResult) throws -> Void
  ) throws -> AddSummary {
    let start = Clocks.monotonicSeconds()
    try checkClasses(of: options)
    let candidates = try options.candidates(for: self, list)
    let sorter = try sorter(options)
    let stager = ImageStager(
      dataset: self, options: options, budget: MemoryBudget.forDecoding(jobs: options.jobs),
      sorter: sorter)
    var committer = try AddCommitter(self, options, report: report)
    try committer.takeAll({ try candidates.next() }, staging: { stager.stage($0) })
    var summary = committer.summary
    summary.skipped = candidates.skipped
    summary.unread = sorter?.unread ?? 0
    summary.seconds = Clocks.monotonicSeconds() - start
    return summary
  }

  /// Refuses classes that do not exist before anything is written.
  private func checkClasses(of options: AddOptions) throws(DatasetError) {
    let wanted: [ByteString]
    switch options.assignment {
    case .className(let name): wanted = [name]
    case .folders, .suggested: return
    case .table(let table):
      wanted = Set(table.rows.map(\.label)).filter { ClassName.fault(in: $0) == nil }.sorted()
    }
    let tree = try ClassTree(self)
    for name in wanted {
      if let fault = ClassName.fault(in: name) {
        throw .usage("the class name '\(name.displayed)' \(fault)")
      }
      if tree.contains(name) { continue }
      guard options.createsClasses else { throw .unknownClass(name, among: tree.names) }
      guard case .className = options.assignment else { continue }
      if let fault = try fault(ofMaking: name, in: tree) { throw .unmakeableClass(name, fault) }
    }
  }
}

extension Dataset {
  private func fault(
    ofMaking name: ByteString, in tree: ClassTree
  ) throws(DatasetError) -> String? {
    do throws(SystemError) {
      return try tree.fault(ofMaking: name)
    } catch {
      throw .system(error)
    }
  }
}

extension DatasetError {
  /// A class that does not exist, with the nearest one and the way out.
  static func unknownClass(_ name: ByteString, among names: [ByteString]) -> DatasetError {
    let nearest =
      NearestWord.to(name, among: names).map { ", did you mean '\($0.displayed)'" } ?? ""
    return .usage("there is no class '\(name.displayed)'\(nearest), make one with --create")
  }
}

extension MemoryBudget {
  /// What all decoders together may hold beyond a few rows each: 256 MiB a job, but no more than half
  /// of the memory.
  ///
  /// Few pictures are held whole, and few of those need as much: a JPEG of several scans twice its
  /// decoded rows, an interlaced PNG as much as they. A larger one is decoded while no other is held,
  /// so the peak of the process is some 10 MiB and twice the rows of the pictures at work.
  static func forDecoding(jobs: Int) -> MemoryBudget {
    MemoryBudget(total: min(jobs * 256 << 20, Memory.size / 2))
  }
}
