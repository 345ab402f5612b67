internal import ByteText
internal import System

/// Gives staged images their places, records them, and only then lets them be reported.
///
/// Runs on one thread. Order of a batch: bytes durable; under the catalog's lock, names linked,
/// folders durable, records appended and durable; lock released; reported; sources of a move removed.
struct AddCommitter {
  let dataset: Dataset
  let options: AddOptions
  private let report: (AddResult) throws -> Void
  /// Made before the first image is staged, so that it tells of every byte that is lost.
  private let flushFileSystem: FileSystemFlush
  private(set) var summary = AddSummary()
  var tree: ClassTree
  var recorded: RecordedPlaces
  /// The tree with the classes that a dry run would have made by now.
  private var planned: ClassTree
  /// Classes of the images that a dry or strict run would have placed by now.
  var claims: [ImageID: ByteString] = [:]

  init(
    _ dataset: Dataset, _ options: AddOptions, report: @escaping (AddResult) throws -> Void
  ) throws(DatasetError) {
    self.dataset = dataset
    self.options = options
    self.report = report
    tree = try ClassTree(dataset)
    planned = tree
    recorded = RecordedPlaces(dataset)
    do {
      flushFileSystem = try FileSystemFlush(dataset.path)
    } catch {
      throw .system(error)
    }
  }

  /// Stages candidates on all cores and takes them in, in their order: batch by batch, or all at once
  /// at the end if asked to be strict.
  mutating func takeAll<Candidate: Sendable>(
    _ next: () throws -> Candidate?, staging stage: @escaping @Sendable (Candidate) -> StagedOutcome
  ) throws {
    var batch = AddBatch()
    if options.jobs > 1 { Descriptors.makeRoom(for: AddBatch.mostDescriptors) }
    try mapInOrder(
      jobs: options.jobs, window: AddBatch.most,
      next: { Interrupt.received == nil ? try next() : nil },
      work: stage,
      consume: { outcome in
        batch.append(outcome)
        if !options.isStrict, batch.isFull || batch.hasNoImages || options.isDryRun {
          try commit(batch)
          batch = AddBatch()
        }
      })
    if !options.isStrict || Interrupt.received == nil { try commit(batch) }
  }

  /// Takes a batch in and reports every outcome in it, in order; a strict one holds all inputs and is
  /// taken whole or not at all.
  ///
  /// - Throws: what failed, once everything before it has been taken in and reported.
  mutating func commit(_ batch: AddBatch) throws {
    if options.isStrict, let failure = batch.failure { throw DatasetError.system(failure) }
    let sound = batch.untilFailure
    if options.isDryRun || sound.hasNoImages {
      try tell(try checked(sound))
    } else {
      try place(sound)
    }
    if let failure = batch.failure { throw DatasetError.system(failure) }
  }

  private mutating func tell(_ results: [AddResult]) throws {
    for result in results {
      summary.count(result)
      try report(result)
    }
  }

  private mutating func place(_ batch: AddBatch) throws {
    do {
      try batch.flushData(flushFileSystem)
      let placement = try placeLocked(batch)
      try tell(placement.results)
      for image in placement.taken { try removeSource(of: image) }
      if let failure = placement.failure { throw failure }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// What would become of a batch, without writing anything.
  mutating func checked(_ batch: AddBatch) throws -> [AddResult] {
    let results = try batch.outcomes.map { try checked($0) }
    let isVetoed = options.isStrict && results.contains(where: \.isRefused)
    if isVetoed { return results.map(\.strictly) }
    return options.isDryRun ? results.flatMap { warnings(before: $0) + [$0] } : results
  }

  /// What a run that is not dry tells when it makes the class of an image.
  private mutating func warnings(before result: AddResult) -> [AddResult] {
    guard case .added(let record) = result, !planned.contains(record.className) else { return [] }
    planned.plan(record.className)
    return planned.warnings(about: record.className).map {
      .classWarning(ClassWarning(className: record.className, message: $0))
    }
  }

  /// What would become of an outcome, without writing anything.
  private mutating func checked(_ outcome: StagedOutcome) throws -> AddResult {
    guard case .image(let image) = outcome else { return try outcome.refusal() }
    if let name = claims[image.facts.id] {
      return name == image.className ? image.duplicate : image.conflict(with: name)
    }
    if let standing = try standing(of: image) {
      guard case .duplicate = standing else { return standing }
      let sight = try recorded.look(for: image.place)
      guard sight == .nowhere else { return try duplicate(image, sight) }
    } else if isClassless(image) {
      return image.classless
    } else if let fault = ClassName.fault(in: image.className) {
      return image.misnamed(fault)
    } else if !tree.contains(image.className),
      let fault = try tree.fault(ofMaking: image.className)
    {
      return image.unmakeable(fault)
    }
    claims[image.facts.id] = image.className
    return .added(record(of: image))
  }

  /// The image that already lies under the id, as a result; nil if there is none.
  func standing(of image: StagedImage) throws(SystemError) -> AddResult? {
    guard let holder = try tree.holder(of: image.place, first: image.className) else { return nil }
    do {
      let digest = try FileDigest.sha256(ofOwn: tree.path(of: image.place, in: holder))
      guard let digest else {
        return image.conflict(
          with: holder, "a link or a folder lies under its id, see 'imgds verify --repair'")
      }
      guard digest == image.facts.sha256 else {
        return image.conflict(with: holder, "other bytes lie under its id")
      }
    } catch {
      guard error.isForbidden else { throw error }
      return image.conflict(with: holder, "an image that you may not read lies under its id")
    }
    return holder == image.className ? image.duplicate : image.conflict(with: holder)
  }

  /// What is told of an image whose bytes lie where it shall go, and which the catalog has.
  ///
  /// One that the catalog has in another class, where it lies too, is that class's.
  func duplicate(
    _ image: StagedImage, _ sight: RecordedPlaces.Sight
  ) throws(SystemError) -> AddResult {
    switch sight {
    case .here(.public) where record(of: image).visibility == .private:
      return image.publicDuplicate
    case .elsewhere(let other) where try Files.exists(tree.path(of: image.place, in: other)):
      return image.conflict(with: other)
    case .here, .elsewhere, .nowhere:
      return image.duplicate
    }
  }

  /// Whether an image's class is gone, and was not asked to be made.
  func isClassless(_ image: StagedImage) -> Bool {
    if options.createsClasses || tree.contains(image.className) { return false }
    if case .folders = options.assignment { return false }
    return true
  }

  func record(of image: StagedImage) -> ImageRecord {
    if let record = image.record { return record }
    var record = ImageRecord(
      facts: image.facts, className: image.className, source: image.source,
      by: options.contributor, visibility: options.visibility,
      added: Timestamp(seconds: Clocks.now()))
    record.suggested = image.suggested
    return record
  }
}
