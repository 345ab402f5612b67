internal import ByteText
internal import ImageCodec
internal import System

/// Something in the tree that a repair can put right, as it was when it was looked at.
struct Mend {
  enum Remedy {
    /// To be taken out of the dataset, into the folder of strays.
    case setAside
    /// To be given the name that its bytes say.
    case rename(ImagePlace)
    /// To be given the name that its bytes say if the catalog knows that image and it lies nowhere
    /// else, as after a swap of two names; else to be taken out.
    case restore(ImagePlace)
    /// To be recorded, if the catalog lacks it or has it elsewhere.
    case record
  }

  let finding: Finding
  let remedy: Remedy
  /// What the bytes say; nil for what is no sound image.
  var facts: ImageFacts?
  /// The digest of the bytes that were looked at, 32 bytes; empty if none were.
  var sha256: [UInt8] = []
}

/// Looks at everything in a dataset and notes what can be put right.
///
/// Files that cannot be read, are too large to be decoded, or that a loader opens though imgds does
/// not, stay where they are: nothing is known against them.
struct RepairSurvey {
  private let dataset: Dataset
  private(set) var mends: [Mend] = []
  /// Files and folders that could not be read, of which nothing is known.
  private(set) var unread: [Finding] = []
  private(set) var files = 0
  private let index: CatalogIndex

  init(_ dataset: Dataset) throws(SystemError) {
    self.dataset = dataset
    index = try CatalogIndex(CatalogFile(dataset.catalogPath), endsAtSignals: true)
  }

  /// Reads the dataset from end to end; an interrupt ends it early.
  mutating func run(_ options: VerifyOptions, progress: (Int) -> Void) throws {
    let subject = DatasetSubject(dataset)
    let examiner = PictureExaminer(
      depth: [.analysis, .digestOfRefused], maxPixels: options.maxPixels,
      budget: .forDecoding(jobs: options.jobs))
    var found: [Finding] = []
    try mapInOrder(
      jobs: options.jobs, window: 64,
      next: { Interrupt.received == nil ? try subject.next { found.append($0) } : nil },
      work: { examiner.examine($0) },
      consume: { examined in
        guard let examined = subject.settled(examined, examiner.examine) else { return }
        files += 1
        if let mend = mend(for: examined) { mends.append(mend) }
        if examined.fault != nil {
          var check = IntegrityCheck()
          check.look(at: examined) { unread.append($0) }
          check.settle(index) { unread.append($0) }
        }
        progress(files)
      })
    for finding in found {
      switch finding.code {
      case .stray, .className: mends.append(Mend(finding: finding, remedy: .setAside))
      default: unread.append(finding)
      }
    }
  }

  private func mend(for examined: ExaminedPicture) -> Mend? {
    let picture = examined.picture
    guard ClassName.fault(in: picture.className) == nil else { return nil }
    guard examined.fault == nil, let examination = examined.examination else { return nil }
    switch examination.verdict {
    case .failure(let refusal):
      guard let finding = Self.finding(of: refusal, in: picture) else { return nil }
      return Mend(finding: finding, remedy: .setAside, sha256: examination.sha256)
    case .success(let facts):
      return mend(for: picture, facts)
    }
  }

  private func mend(for picture: Picture, _ facts: ImageFacts) -> Mend? {
    let own = ImagePlace(className: picture.className, id: facts.id, format: facts.format)
    guard let place = picture.place, place != own else {
      if picture.place == nil {
        let finding = Finding(
          .misnamed, picture.file, "the image belongs under the name \(own.fileName.displayed)")
        return Mend(finding: finding, remedy: .rename(own), facts: facts, sha256: facts.sha256)
      }
      guard !index.has(own) else { return nil }
      let finding = Finding(.unrecorded, own.file, "the catalog did not have it here")
      return Mend(finding: finding, remedy: .record, facts: facts, sha256: facts.sha256)
    }
    guard place.id == own.id else {
      let finding = Finding(
        .changed, picture.file, "its bytes are those of id \(own.id.text.displayed)")
      return Mend(finding: finding, remedy: .restore(own), facts: facts, sha256: facts.sha256)
    }
    let finding = Finding(.misnamed, picture.file, "it is a \(facts.format.name) image")
    return Mend(finding: finding, remedy: .rename(own), facts: facts, sha256: facts.sha256)
  }

  private static func finding(of refusal: DecodeRefusal, in picture: Picture) -> Finding? {
    switch refusal.code {
    case .notImage: Finding(.notImage, picture.file, refusal.message)
    case .corrupt, .empty: Finding(.corrupt, picture.file, refusal.message)
    case .unsupportedFormat, .limits, .readFailed: nil
    }
  }
}
