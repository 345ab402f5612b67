internal import ByteText
internal import System

/// Changes images one by one under the catalog's lock, and notes what is to be recorded of them.
struct ImageLabeller {
  struct Request {
    let target: ImageRequest
    /// The class it shall have.
    let className: ByteString?
  }

  private let dataset: Dataset
  private let change: LabelOptions.Change
  private let requester: Requester
  private let index: CatalogIndex
  private var locator: ImageLocator
  private var modes: ImageModes
  private let time = Timestamp(seconds: Clocks.now())
  private var records: [CatalogRecord] = []
  /// The class folders whose entries have changed.
  private var touched: Set<ByteString> = []
  /// Images to be hidden once they are recorded as private.
  private var hiding: [(place: ImagePlace, status: FileStatus)] = []
  /// What is known of images that were changed in this run, which the index does not know yet.
  private var known: [ImageID: LabelState] = [:]

  init(_ dataset: Dataset, _ options: LabelOptions, _ index: CatalogIndex) throws {
    self.dataset = dataset
    change = options.change
    requester = options.requester
    self.index = index
    locator = ImageLocator(try ClassTree(dataset))
    modes = try ImageModes(dataset)
  }

  mutating func label(_ request: Request) throws -> LabelResult {
    do {
      return try changed(request)
    } catch var refusal as Refusal {
      refusal.line = request.target.line
      return .refused(refusal)
    }
  }

  /// Records what was changed, and only then hides what is private now.
  mutating func finish(_ transaction: inout CatalogTransaction) throws {
    try modes.flush()
    try transaction.record(records, in: touched)
    for (place, status) in hiding { try modes.set(ImageModes.hidden, of: place, status) }
    try modes.flush()
  }

  private mutating func changed(_ request: Request) throws -> LabelResult {
    let image = request.target.image
    let place = try locator.locate(request.target, movingTo: request.className)
    // A file of another format than the image of its id is moved, and nothing said of the image.
    let isOther = index.knowsAnother(than: place)
    let before = (isOther ? nil : known[place.id]) ?? LabelState(of: place, in: index)
    let wanted = before.changed(by: change, to: request.className ?? place.className)
    let status = try needsMode(wanted, before, place, image)
    guard wanted != before || wanted.className != place.className || status != nil else {
      return .unchanged(told(place, wanted, from: nil))
    }
    let isForced = try requester.needsForce(
      for: index.entry(for: place), in: index, named: image)
    guard before.isRecorded || wanted.remarks == before.remarks && wanted.visibility == nil else {
      throw Refusal(
        source: image, code: .notFound,
        message: "the catalog lacks it, record it with 'imgds verify --repair' first")
    }
    let target = ImagePlace(className: wanted.className, id: place.id, format: place.format)
    if target != place { try move(place, to: target, image) }
    if let status { try setMode(of: target, status, wanted) }
    let from = [place.className, before.className].first { $0 != wanted.className }
    guard !isOther else { return .labelled(told(target, wanted, from: from)) }
    if wanted.className != before.className { touched.insert(wanted.className) }
    records += wanted.changes(since: before, lyingIn: place.className, id: place.id).map {
      CatalogRecord(time: time, by: requester.contributor, change: $0, isForced: isForced)
    }
    known[place.id] = wanted
    return .labelled(told(target, wanted, from: from))
  }

  /// The status of an image whose mode is to be set; nil if it has the right one.
  private func needsMode(
    _ wanted: LabelState, _ before: LabelState, _ place: ImagePlace, _ image: ByteString
  ) throws -> FileStatus? {
    guard let visibility = change.visibility else { return nil }
    guard visibility == .private || before.visibility == .private else { return nil }
    let status = try modes.checked(place, named: image)
    return ImageModes.isShown(status.mode) == (visibility == .private) ? status : nil
  }

  private mutating func move(
    _ place: ImagePlace, to target: ImagePlace, _ image: ByteString
  ) throws {
    do {
      try Files.renameWithoutReplacing(
        dataset.path.appending(place.file), to: dataset.path.appending(target.file))
    } catch {
      if error.isMissing, try !Files.exists(dataset.path.appending(target.className)) {
        throw Refusal(
          source: image, code: .noClass,
          message: "the class '\(target.className.displayed)' was removed meanwhile, "
            + "make it with 'imgds class add'")
      }
      guard error.isTaken else { throw error }
      throw Refusal(
        source: image, code: .conflict,
        message: "class '\(target.className.displayed)' holds it too, see 'imgds verify'",
        holder: Refusal.Holder(id: target.id, className: target.className, file: target.file))
    }
    touched.formUnion([place.className, target.className])
    locator.moved(place, to: target)
  }

  private mutating func setMode(
    of place: ImagePlace, _ status: FileStatus, _ wanted: LabelState
  ) throws {
    if wanted.visibility == .private {
      hiding.append((place, status))
    } else {
      try modes.set(ImageModes.shown, of: place, status)
    }
  }

  private func told(_ place: ImagePlace, _ state: LabelState, from: ByteString?) -> LabelledImage {
    var image = LabelledImage(place)
    image.from = from
    if !(change.also + change.drop).isEmpty { image.labels = state.remarks.labels }
    if change.visibility != nil { image.visibility = state.visibility }
    return image
  }
}
