internal import ByteText
internal import System

/// Renames images into other class folders under the catalog's lock.
struct ImageMover {
  private var locator: ImageLocator
  private let index: CatalogIndex
  private let dataset: Dataset
  /// What is to be recorded of what has been moved.
  private(set) var records: [CatalogRecord] = []
  /// The class folders whose entries have changed.
  private(set) var touched: Set<ByteString> = []
  /// The classes of the images that were recorded in this run, which the index does not know yet.
  private var recorded: [ImageID: ByteString] = [:]

  init(locator: ImageLocator, index: CatalogIndex, dataset: Dataset) {
    self.locator = locator
    self.index = index
    self.dataset = dataset
  }

  mutating func move(
    _ request: LabelOptions.Request, _ options: LabelOptions
  ) throws -> LabelResult {
    do {
      let place = try locator.locate(request.image)
      if place.className == request.className {
        return try unchanged(place, request, options)
      }
      try checkOwner(of: place, request, options)
      return try move(place, to: request, options)
    } catch var refusal as Refusal {
      refusal.line = request.line
      return .refused(refusal)
    }
  }

  /// An image that lies where it should, which the catalog may not know yet: a run that was killed
  /// between renaming and recording left it so, or someone used `mv`.
  private mutating func unchanged(
    _ place: ImagePlace, _ request: LabelOptions.Request, _ options: LabelOptions
  ) throws -> LabelResult {
    guard recorded[place.id] != place.className, let entry = index.entries[place.id],
      index.className(of: entry) != place.className
    else { return .unchanged(place) }
    try checkOwner(of: place, request, options)
    touched.insert(place.className)
    return record(place, from: index.className(of: entry), options)
  }

  private mutating func move(
    _ place: ImagePlace, to request: LabelOptions.Request, _ options: LabelOptions
  ) throws -> LabelResult {
    let target = ImagePlace(className: request.className, id: place.id, format: place.format)
    do {
      try Files.renameWithoutReplacing(
        dataset.path.appending(place.file), to: dataset.path.appending(target.file))
    } catch {
      guard error.isTaken else { throw error }
      throw Refusal(
        source: request.image, code: .conflict,
        message: "class '\(target.className.displayed)' holds it too, see 'imgds verify'",
        holder: Refusal.Holder(id: target.id, className: target.className, file: target.file))
    }
    touched.formUnion([place.className, target.className])
    locator.moved(place, to: target)
    return record(target, from: place.className, options)
  }

  private mutating func record(
    _ place: ImagePlace, from className: ByteString, _ options: LabelOptions
  ) -> LabelResult {
    recorded[place.id] = place.className
    records.append(
      CatalogRecord(
        time: Timestamp(seconds: Clocks.now()), by: options.contributor,
        change: .labelled(place.id, className: place.className, from: className)))
    return .labelled(place, from: className)
  }

  private func checkOwner(
    of place: ImagePlace, _ request: LabelOptions.Request, _ options: LabelOptions
  ) throws {
    guard !options.isForced, let entry = index.entries[place.id] else { return }
    let owner = index.owner(of: entry)
    guard owner != options.contributor else { return }
    throw Refusal(
      source: request.image, code: .notYours,
      message: "it was added by '\(owner.displayed)', change it all the same with --force")
  }
}
