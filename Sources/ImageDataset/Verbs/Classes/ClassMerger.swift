internal import ByteText
internal import System

/// Renames the images of one class into another, batch by batch.
struct ClassMerger {
  /// What was done at once and is to be recorded.
  struct Batch {
    var changes: [(change: CatalogRecord.Change, isForced: Bool)] = []
    var folders: Set<ByteString>
    var moved: [ImagePlace] = []
  }

  /// An image that is to be moved.
  private struct Step {
    let place: ImagePlace
    let isForced: Bool
    /// Where it lies: in the class that goes; or it came over already, recorded or not.
    let isMoved: Bool
    /// Whether the other class holds the same bytes, so that this copy can go.
    let isCopy: Bool
    /// Whether it is of another format than the image of its id, of which nothing is recorded then.
    let isOther: Bool
  }

  private static let imagesPerFlush = 1_024

  private let dataset: Dataset
  private let from: ByteString
  private let into: ByteString
  private var steps: [Step] = []
  private var done = 0
  /// What stands in the way of all.
  private(set) var refusals: [Refusal] = []

  var isFinished: Bool { done == steps.count }

  /// Looks at every image, and changes nothing.
  init(
    _ session: borrowing ClassSession, _ from: ByteString, _ into: ByteString,
    _ requester: Requester
  ) throws {
    dataset = session.dataset
    self.from = from
    self.into = into
    var seen: Set<ImageID> = []
    try session.checkName(of: from)
    if session.tree.contains(from) {
      for entry in try session.entries(of: from) {
        do {
          let step = try Self.step(entry, session, from, into, requester)
          if !step.isOther { seen.insert(step.place.id) }
          steps.append(step)
        } catch let refusal as Refusal {
          refusals.append(refusal)
        }
      }
    }
    // Those that a killed run moved and did not record.
    for entry in session.index.inOrder where session.index.className(of: entry) == from {
      guard !seen.contains(entry.id), let format = entry.format else { continue }
      let place = ImagePlace(className: into, id: entry.id, format: format)
      guard try Files.exists(dataset.path.appending(place.file)) else { continue }
      let isForced = session.index.owner(of: entry) != requester.contributor
      steps.append(
        Step(place: place, isForced: isForced, isMoved: true, isCopy: false, isOther: false))
    }
  }

  private static func step(
    _ entry: FolderEntry, _ session: borrowing ClassSession, _ from: ByteString,
    _ into: ByteString, _ requester: Requester
  ) throws -> Step {
    let file = from.appending(entry.name)
    guard let place = ImagePlace(className: from, fileName: entry.name), entry.kind == .regular
    else {
      throw Refusal(
        source: file, code: .notImage,
        message: "it is no image of the dataset, see 'imgds verify --repair'")
    }
    let isForced = try requester.needsForce(
      for: session.index.entry(for: place), in: session.index, named: file)
    let isOther = session.index.knowsAnother(than: place)
    let twin = session.tree.path(of: place, in: into)
    guard try Files.exists(twin) else {
      return Step(
        place: place, isForced: isForced, isMoved: false, isCopy: false, isOther: isOther)
    }
    let path = session.dataset.path.appending(file)
    guard let own = try FileDigest.sha256(ofOwn: path), try FileDigest.sha256(ofOwn: twin) == own
    else {
      let there = ImagePlace(className: into, id: place.id, format: place.format)
      throw Refusal(
        source: file, code: .conflict,
        message: "other bytes lie under its id in class '\(into.displayed)', see 'imgds verify'",
        holder: Refusal.Holder(id: place.id, className: into, file: there.file))
    }
    return Step(place: place, isForced: isForced, isMoved: false, isCopy: true, isOther: isOther)
  }

  /// Moves the next images; nil when all are moved.
  mutating func next() throws -> Batch? {
    guard done < steps.count else { return nil }
    var batch = Batch(folders: [from, into])
    for step in steps[done...].prefix(Self.imagesPerFlush) {
      let target = ImagePlace(className: into, id: step.place.id, format: step.place.format)
      let path = dataset.path.appending(step.place.file)
      if step.isCopy {
        try Files.remove(path)
      } else if !step.isMoved {
        try Files.renameWithoutReplacing(path, to: dataset.path.appending(target.file))
      }
      if !step.isOther {
        batch.changes.append(
          (.labelled(target.id, className: into, from: from), step.isForced))
      }
      batch.moved.append(target)
      done += 1
    }
    if steps.allSatisfy(\.isMoved) { batch.folders.remove(from) }
    return batch
  }
}
