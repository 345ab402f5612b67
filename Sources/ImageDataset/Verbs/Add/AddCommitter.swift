internal import ByteText
internal import System

/// Gives staged images their places, records them, and only then lets them be reported.
///
/// Runs on one thread. Order of a batch: bytes durable; under the catalog's lock, names linked and
/// records appended; folders and catalog durable; lock released; sources of a move removed; reported.
struct AddCommitter {
  private let dataset: Dataset
  private let options: AddOptions
  private let report: (AddResult) throws -> Void
  private(set) var summary = AddSummary()
  private var tree: ClassTree
  private var recorded: RecordedPlaces
  /// Classes of the images that a dry or strict run would have placed by now.
  private var claims: [ImageID: ByteString] = [:]

  init(
    _ dataset: Dataset, _ options: AddOptions, report: @escaping (AddResult) throws -> Void
  ) throws(DatasetError) {
    self.dataset = dataset
    self.options = options
    self.report = report
    tree = try ClassTree(dataset)
    recorded = RecordedPlaces(dataset)
  }

  /// Takes a batch in and reports every outcome in it, in order; a strict one holds all inputs and is
  /// taken whole or not at all.
  mutating func commit(_ batch: AddBatch) throws {
    for case .failed(let error) in batch.outcomes { throw DatasetError.system(error) }
    if options.isDryRun || batch.hasNoImages {
      let results = try batch.outcomes.map { try checked($0) }
      let isVetoed = options.isStrict && results.contains(where: \.isRefused)
      try tell(isVetoed ? results.map(\.strictly) : results)
    } else {
      try tell(try place(batch))
    }
  }

  private mutating func tell(_ results: [AddResult]) throws {
    for result in results {
      summary.count(result)
      try report(result)
    }
  }

  /// What would become of an outcome, without writing anything.
  private mutating func checked(_ outcome: StagedOutcome) throws -> AddResult {
    guard case .image(let image) = outcome else { return try outcome.refusal() }
    if let name = claims[image.facts.id] {
      return name == image.className ? image.duplicate : image.conflict(with: name)
    }
    if let standing = try standing(of: image) {
      guard case .duplicate = standing, try !recorded.contains(image.place) else { return standing }
    } else if let fault = ClassName.fault(in: image.className) {
      return image.misnamed(fault)
    }
    claims[image.facts.id] = image.className
    return .added(record(of: image))
  }

  private mutating func place(_ batch: AddBatch) throws -> [AddResult] {
    do {
      try batch.flushData(in: dataset.path)
      let placement = try placeLocked(batch)
      try removeSources(placement.taken)
      return placement.results
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// What placing a batch has changed, and what is to be told of it.
  private struct Placement {
    var results: [AddResult] = []
    var records: [CatalogRecord] = []
    /// The class folders with new entries.
    var touched: Set<ByteString> = []
    /// The images whose sources a move takes away.
    var taken: [StagedImage] = []
  }

  private mutating func placeLocked(_ batch: AddBatch) throws -> Placement {
    var transaction = try CatalogTransaction(dataset)
    try tree.refresh()
    var placement = Placement()
    if options.isStrict {
      claims = [:]
      let results = try batch.outcomes.map { try checked($0) }
      if results.contains(where: \.isRefused) {
        placement.results = results.map(\.strictly)
        return placement
      }
    }
    for outcome in batch.outcomes {
      guard case .image(let image) = outcome else {
        placement.results.append(try outcome.refusal())
        continue
      }
      let result = try place(image, &placement)
      if options.movesSources, result.isTaken { placement.taken.append(image) }
      placement.results.append(result)
    }
    try transaction.append(placement.records)
    for name in placement.touched { try Files.flushFolder(dataset.path.appending(name)) }
    if placement.records.contains(where: \.makesClass) { try Files.flushFolder(dataset.path) }
    try transaction.flush()
    return placement
  }

  private mutating func place(
    _ image: StagedImage, _ placement: inout Placement
  ) throws -> AddResult {
    if let standing = try standing(of: image) {
      guard case .duplicate = standing, try !recorded.contains(image.place) else { return standing }
      return recordOf(image, &placement)
    }
    if !tree.contains(image.className) {
      if let fault = try tree.make(image.className) { return image.misnamed(fault) }
      placement.results += tree.warnings(about: image.className).map {
        .classWarning(ClassWarning(className: image.className, message: $0))
      }
      let change = CatalogRecord.Change.classAdded(image.className)
      placement.records.append(
        CatalogRecord(time: now, by: options.contributor, change: change))
    }
    try image.file?.place(at: tree.path(of: image.place, in: image.className))
    placement.touched.insert(image.className)
    return recordOf(image, &placement)
  }

  private mutating func recordOf(_ image: StagedImage, _ placement: inout Placement) -> AddResult {
    let record = record(of: image)
    placement.records.append(
      CatalogRecord(time: record.added, by: record.by, change: .added(record)))
    recorded.insert(image.place)
    return .added(record)
  }

  /// The image that already lies under the id, as a result; nil if there is none.
  private func standing(of image: StagedImage) throws(SystemError) -> AddResult? {
    guard let holder = try tree.holder(of: image.place, first: image.className) else { return nil }
    let path = tree.path(of: image.place, in: holder)
    guard try FileDigest.sha256(of: path) == image.facts.sha256 else {
      return image.conflict(with: holder, "other bytes lie under its id")
    }
    return holder == image.className ? image.duplicate : image.conflict(with: holder)
  }

  private func removeSources(_ images: [StagedImage]) throws(SystemError) {
    for image in images where try !isInside(image.source) {
      do {
        try Files.remove(image.source)
      } catch {
        if !error.isMissing { throw error }
      }
    }
  }

  private func isInside(_ source: ByteString) throws(SystemError) -> Bool {
    do {
      let folder = try Files.resolved(source.parent)
      return folder == dataset.resolvedPath || folder.hasPrefix(dataset.resolvedPath + "/")
    } catch {
      guard error.isMissing else { throw error }
      return true
    }
  }

  private var now: Timestamp { Timestamp(seconds: Clocks.now()) }

  private func record(of image: StagedImage) -> ImageRecord {
    ImageRecord(
      facts: image.facts, className: image.className, source: image.source,
      by: options.contributor, visibility: options.visibility, added: now)
  }
}
