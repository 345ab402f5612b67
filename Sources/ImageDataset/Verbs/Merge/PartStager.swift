internal import ByteText
internal import ImageCodec
internal import System

/// Copies and hashes images of another dataset; runs on all cores.
///
/// What its catalog says of the same bytes is taken over; an image that it lacks is decoded.
struct PartStager: Sendable {
  let dataset: Dataset
  let options: MergeOptions
  let budget: MemoryBudget

  func stage(_ candidate: PartCandidate) -> StagedOutcome {
    if let refusal = candidate.refusal {
      return .refused(candidate.isMisnamed ? told(refusal) : refusal)
    }
    do {
      let file = try OpenFile.reading(candidate.source)
      let status = try file.status()
      guard status.kind == .regular else {
        let message = "it is \(status.kind.words)"
        return .refused(Refusal(source: candidate.source, code: .notAFile, message: message))
      }
      return stage(candidate, file, status)
    } catch {
      if error.isExhaustion { return .failed(error) }
      return .refused(
        Refusal(source: candidate.source, code: .unreadable, message: error.words))
    }
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

  /// Clones the file where the file system can, else copies its bytes as they are hashed.
  private func stage(
    _ candidate: PartCandidate, _ file: consuming OpenFile, _ status: FileStatus
  ) -> StagedOutcome {
    do throws(SystemError) {
      let staged = try StagedFile(in: dataset.path)
      guard try staged.clone(from: file) else {
        return try stage(candidate, FileReader(file), status, staged, copies: true)
      }
      return try stage(candidate, staged.reader(), status, staged, copies: false)
    } catch {
      return .failed(error)
    }
  }

  private func stage(
    _ candidate: PartCandidate, _ reader: FileReader, _ status: FileStatus, _ staged: StagedFile,
    copies: Bool
  ) throws(SystemError) -> StagedOutcome {
    var failure: SystemError?
    let copy: (Span<UInt8>) -> Bool = { piece in
      guard copies else { return true }
      do throws(SystemError) {
        try staged.write(piece)
        return true
      } catch {
        failure = error
        return false
      }
    }
    let outcome: Result<ImageRecord, Refusal>
    if let record = candidate.record {
      outcome = known(candidate, record, reader, copy)
    } else {
      outcome = examined(candidate, reader, status, copy)
    }
    if let failure { throw failure }
    switch outcome {
    case .failure(let refusal):
      return .refused(refusal)
    case .success(let record):
      if record.visibility == .private { try staged.setMode(ImageModes.hidden) }
      return .image(
        StagedImage(
          source: candidate.source, className: candidate.className, origin: status,
          facts: record.facts, file: staged, record: record))
    }
  }

  /// Hashes the bytes of an image whose facts are known.
  private func known(
    _ candidate: PartCandidate, _ record: ImageRecord, _ reader: FileReader,
    _ copy: @escaping (Span<UInt8>) -> Bool
  ) -> Result<ImageRecord, Refusal> {
    let stream = HashingStream(reader, copyingTo: copy)
    stream.drain()
    if let error = reader.failure {
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
    _ candidate: PartCandidate, _ reader: FileReader, _ status: FileStatus,
    _ copy: @escaping (Span<UInt8>) -> Bool
  ) -> Result<ImageRecord, Refusal> {
    let examination = Examination.of(
      reader, depth: .analysis, maxPixels: options.maxPixels, budget: budget, copyingTo: copy)
    switch examination.verdict {
    case .failure(let refusal):
      return .failure(Refusal(refusal, of: candidate.source, readFailure: reader.failure))
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
