internal import ByteText
internal import ImageCodec
internal import System

/// Copies and hashes images of another dataset; runs on all cores.
///
/// What its catalog says of the same bytes is taken over; an image that it lacks is decoded. One that
/// was moved since it was listed is read where it is now, and keeps the class that it had then.
struct PartStager: Sendable {
  let dataset: Dataset
  /// The dataset whose images they are.
  let part: Dataset
  let options: MergeOptions
  let budget: MemoryBudget

  func stage(_ candidate: PartCandidate) -> StagedOutcome {
    if let refusal = candidate.refusal {
      return .refused(candidate.isMisnamed ? told(refusal) : refusal)
    }
    var candidate = candidate
    var looks = 1
    while true {
      let outcome = staged(candidate)
      guard case .refused(let refusal) = outcome, refusal.code == .unreadable,
        looks < Self.mostLooks, (try? Files.exists(candidate.source)) == false
      else { return outcome }
      guard let path = path(ofMoved: candidate) else {
        return .refused(
          Refusal(
            source: candidate.source, code: .notFound,
            message: "it was removed from '\(part.name.displayed)' meanwhile"))
      }
      candidate.source = path
      looks += 1
    }
  }

  private static let mostLooks = 10

  private func staged(_ candidate: PartCandidate) -> StagedOutcome {
    .of(candidate.source) { (file, status) throws(SystemError) in
      let reading = try SourceReading(file, into: StagedFile(in: dataset.path))
      return try stage(candidate, reading, status)
    }
  }

  /// Where an image is now that was moved, or whose class was renamed, since it was listed; nil if it
  /// is nowhere.
  private func path(ofMoved candidate: PartCandidate) -> ByteString? {
    guard
      let place = ImagePlace(
        className: candidate.className, fileName: candidate.source.lastComponent),
      let tree = try? ClassTree(part),
      let holder = try? tree.holder(of: place, first: place.className)
    else { return nil }
    return tree.path(of: place, in: holder)
  }

  /// The refusal of a misnamed file with what its bytes are, or that of its bytes if they are no
  /// sound image.
  private func told(_ refusal: Refusal) -> Refusal {
    var refusal = refusal
    do throws(SystemError) {
      let reader = FileReader(try OpenFile.reading(refusal.source))
      let verdict = Examination.of(
        reader, depth: [], maxPixels: options.maxPixels, budget: budget
      ).verdict
      switch verdict {
      case .success(let facts): refusal.mediaType = facts.format.mediaType
      case .failure(let own):
        return Refusal(own, of: refusal.source, readFailure: reader.failure)
      }
    } catch {
      (refusal.code, refusal.message) = (.unreadable, error.words)
    }
    return refusal
  }

  private func stage(
    _ candidate: PartCandidate, _ reading: SourceReading, _ status: FileStatus
  ) throws(SystemError) -> StagedOutcome {
    let outcome =
      candidate.record.map { known(candidate, $0, reading) }
      ?? examined(candidate, reading, status)
    if let failure = reading.failure { throw failure }
    switch outcome {
    case .failure(let refusal):
      return .refused(refusal)
    case .success(let record):
      if record.visibility == .private { try reading.staged?.setMode(ImageModes.hidden) }
      return .image(
        StagedImage(
          source: candidate.source, className: candidate.className, origin: status,
          facts: record.facts, file: reading.staged, record: record))
    }
  }

  /// Hashes the bytes of an image whose facts are known.
  private func known(
    _ candidate: PartCandidate, _ record: ImageRecord, _ reading: SourceReading
  ) -> Result<ImageRecord, Refusal> {
    let stream = HashingStream(reading.reader, copyingTo: reading.keep)
    stream.drain()
    if let error = reading.reader.failure {
      return .failure(Refusal(source: candidate.source, code: .unreadable, message: error.words))
    }
    guard stream.sha256() == record.facts.sha256 else {
      return .failure(
        Refusal(
          source: candidate.source, code: .corrupt,
          message: "its bytes are not those that were added to its dataset"))
    }
    return .success(record)
  }

  /// Decodes an image that its own catalog lacks: it becomes the merging contributor's, and private if
  /// its mode hides it.
  private func examined(
    _ candidate: PartCandidate, _ reading: SourceReading, _ status: FileStatus
  ) -> Result<ImageRecord, Refusal> {
    let examination = Examination.of(
      reading.reader, depth: .analysis, maxPixels: options.maxPixels, budget: budget,
      copyingTo: reading.keep)
    switch examination.verdict {
    case .failure(let refusal):
      return .failure(Refusal(refusal, of: candidate.source, readFailure: reading.reader.failure))
    case .success(let facts):
      let visibility: Visibility = ImageModes.isShown(status.mode) ? .public : .private
      return .success(
        ImageRecord(
          facts: facts, className: candidate.className, source: candidate.source,
          by: options.contributor, visibility: visibility,
          added: Timestamp(seconds: Clocks.now())))
    }
  }
}
