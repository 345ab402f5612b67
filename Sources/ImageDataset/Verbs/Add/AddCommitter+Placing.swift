internal import ByteText
internal import System

/// What placing a batch has changed, and what is to be told of it.
struct AddPlacement {
  var results: [AddResult] = []
  var records: [CatalogRecord] = []
  /// The folders whose entries must be durable; the empty name is the dataset itself.
  var folders: Set<ByteString> = []
  /// The images whose sources a move takes away.
  var taken: [StagedImage] = []
  /// What ended the placing early: what is here was placed before.
  var failure: SystemError?
}

/// The part of `add` that runs under the catalog's lock.
extension AddCommitter {
  /// Places what it can of a batch and makes that durable.
  ///
  /// - Throws: what failed if nothing of it may be told.
  mutating func placeLocked(_ batch: AddBatch) throws -> AddPlacement {
    var transaction = try CatalogTransaction(dataset)
    try tree.refresh()
    var placement = AddPlacement()
    if options.isStrict {
      claims = [:]
      placement.results = try checked(batch)
      if placement.results.contains(where: \.isRefused) { return placement }
      placement.results = []
    }
    for outcome in batch.outcomes {
      guard case .image(let image) = outcome else {
        placement.results.append(try outcome.refusal())
        continue
      }
      do {
        try place(image, &placement)
      } catch let error as SystemError {
        placement.failure = error
        break
      }
    }
    // A class folder may be of a run that was killed before it was durable itself.
    if !placement.folders.isEmpty { placement.folders.insert("") }
    try transaction.record(placement.records, in: placement.folders)
    return placement
  }

  private mutating func place(_ image: StagedImage, _ placement: inout AddPlacement) throws {
    let result: AddResult
    if let standing = try standing(of: image) {
      do {
        result = try takeUp(image, standing, &placement)
      } catch let refusal as Refusal {
        result = .refused(refusal)
      }
    } else if isClassless(image) {
      result = image.classless
    } else if let fault = try placeAnew(image, &placement) {
      result = image.unmakeable(fault)
    } else {
      result = recordOf(image, &placement)
    }
    if options.movesSources, result.isTaken { placement.taken.append(image) }
    placement.results.append(result)
  }

  /// Gives an image its name, in a new class folder if need be, or says why there can be none.
  private mutating func placeAnew(
    _ image: StagedImage, _ placement: inout AddPlacement
  ) throws(SystemError) -> String? {
    if !tree.contains(image.className) {
      if let fault = try tree.make(image.className) { return fault }
      placement.results += tree.warnings(about: image.className).map {
        .classWarning(ClassWarning(className: image.className, message: $0))
      }
      placement.records.append(entry(.classAdded(image.className)))
    }
    try image.file?.place(at: tree.path(of: image.place, in: image.className))
    placement.folders.insert(image.className)
    return nil
  }

  /// An image that lies where it should is a duplicate, and one that the catalog lacks is recorded:
  /// a run that was killed left it, or someone copied it there.
  ///
  /// One that the catalog has elsewhere stays whose it was. Whatever is told of it, or taken away for
  /// it, its bytes and its name are made durable first: the run that placed it may have been killed
  /// before it had done so.
  private mutating func takeUp(
    _ image: StagedImage, _ standing: AddResult, _ placement: inout AddPlacement
  ) throws -> AddResult {
    guard case .duplicate = standing else { return standing }
    let sight = try recorded.look(for: image.place)
    var isRecorded = false
    if case .here = sight { isRecorded = true }
    if !isRecorded || options.movesSources {
      try OpenFile.reading(tree.path(of: image.place, in: image.className)).flush()
      placement.folders.insert(image.className)
    }
    let result = try duplicate(image, sight)
    switch sight {
    case .elsewhere(let other) where result.isTaken:
      let change = CatalogRecord.Change.labelled(
        image.facts.id, className: image.className, from: other)
      placement.records.append(entry(change))
      recorded.insert(image.place, record(of: image).visibility)
    case .nowhere:
      try hide(image)
      return recordOf(image, &placement)
    case .here, .elsewhere:
      break
    }
    return result
  }

  /// Hides an image that lies there already and shall be private.
  private func hide(_ image: StagedImage) throws {
    guard record(of: image).visibility == .private else { return }
    var modes = try ImageModes(dataset)
    let status = try modes.checked(image.place, named: image.source)
    guard ImageModes.isShown(status.mode) else { return }
    try modes.set(ImageModes.hidden, of: image.place, status)
    try modes.flush()
  }

  private mutating func recordOf(
    _ image: StagedImage, _ placement: inout AddPlacement
  ) -> AddResult {
    let record = record(of: image)
    placement.records.append(
      CatalogRecord(time: record.added, by: record.by, change: .added(record)))
    recorded.insert(image.place, record.visibility)
    return .added(record)
  }

  private func entry(_ change: CatalogRecord.Change) -> CatalogRecord {
    var record = CatalogRecord(
      time: Timestamp(seconds: Clocks.now()), by: options.contributor, change: change)
    if case .added = change { return record }
    record.command = "add"
    return record
  }
}
