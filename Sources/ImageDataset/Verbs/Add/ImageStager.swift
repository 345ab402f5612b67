internal import ByteText
internal import ImageCodec
internal import System

/// Reads, hashes, decodes and stages one source; runs on all cores.
struct ImageStager: Sendable {
  let dataset: Dataset
  let options: AddOptions
  let budget: MemoryBudget
  /// What finds the class of a picture where no one says it.
  let sorter: SuggestedSorter?

  func stage(_ candidate: AddCandidate) -> StagedOutcome {
    switch candidate.outcome {
    case .failure(let refusal): return .refused(refusal)
    case .success(let className): return stage(candidate.source, into: className)
    }
  }

  private func stage(_ source: ByteString, into className: ByteString) -> StagedOutcome {
    .of(source) { (file, status) throws(SystemError) in
      let origin = Origin(source: source, className: className, status: status)
      if options.isDryRun { return try examine(SourceReading(file), origin) }
      let staged = try StagedFile(in: dataset.path, named: options.isStrict)
      return try examine(SourceReading(file, into: staged), origin)
    }
  }

  /// What an image is made of beside its bytes.
  private struct Origin {
    let source: ByteString
    let className: ByteString
    let status: FileStatus
  }

  private func examine(
    _ reading: SourceReading, _ origin: Origin
  ) throws(SystemError) -> StagedOutcome {
    let examination = Examination.of(
      reading.reader, depth: sorter == nil ? .analysis : [.analysis, .sketch],
      maxPixels: options.maxPixels, budget: budget, copyingTo: reading.keep)
    if let failure = reading.failure { throw failure }
    switch examination.verdict {
    case .failure(let refusal):
      return .refused(Refusal(refusal, of: origin.source, readFailure: reading.reader.failure))
    case .success(let facts):
      let choice = sorter?.choose(facts, examination.sketch, source: origin.source)
      if case .failure(let refusal) = choice { return .refused(refusal) }
      let chosen = try? choice?.get()
      if options.visibility == .private { try reading.staged?.setMode(ImageModes.hidden) }
      if options.isStrict { reading.staged?.close() }
      return .image(
        StagedImage(
          source: origin.source, className: chosen?.className ?? origin.className,
          origin: origin.status, facts: facts, file: reading.staged,
          suggested: chosen?.suggested ?? []))
    }
  }
}

extension FileReader: ByteStream {}

extension Refusal {
  /// The decoder's refusal of a source; of one that could not be read, the system's words.
  init(_ refusal: DecodeRefusal, of source: ByteString, readFailure: SystemError?) {
    let code: Code =
      switch refusal.code {
      case .notImage: .notImage
      case .unsupportedFormat: .unsupportedFormat
      case .corrupt: .corrupt
      case .limits: .limits
      case .empty: .empty
      case .readFailed: .unreadable
      }
    self.init(
      source: source, code: code,
      message: code == .unreadable ? readFailure?.words ?? refusal.message : refusal.message,
      mediaType: refusal.mediaType)
  }
}
