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
    do {
      let file = try OpenFile.reading(source)
      let status = try file.status()
      guard status.kind == .regular else {
        let message = "it is \(status.kind.words)"
        return .refused(Refusal(source: source, code: .notAFile, message: message))
      }
      let origin = Origin(source: source, className: className, status: status)
      if options.isDryRun { return examine(FileReader(file), origin, staged: nil) }
      return stage(file, origin)
    } catch {
      if error.isExhaustion { return .failed(error) }
      return .refused(Refusal(source: source, code: .unreadable, message: error.words))
    }
  }

  /// What an image is made of beside its bytes.
  private struct Origin {
    let source: ByteString
    let className: ByteString
    let status: FileStatus
  }

  /// Clones the source where the file system can, else copies its bytes as they are decoded.
  private func stage(
    _ file: consuming OpenFile, _ origin: Origin
  ) -> StagedOutcome {
    let staged: StagedFile
    let isClone: Bool
    do {
      staged = try StagedFile(in: dataset.path, named: options.isStrict)
      isClone = try staged.clone(from: file)
    } catch {
      return .failed(error)
    }
    if isClone {
      do {
        return examine(try staged.reader(), origin, staged: staged, copies: false)
      } catch {
        return .failed(error)
      }
    }
    return examine(FileReader(file), origin, staged: staged)
  }

  private func examine(
    _ reader: FileReader, _ origin: Origin, staged: StagedFile?, copies: Bool = true
  ) -> StagedOutcome {
    var failure: SystemError?
    let examination = Examination.of(
      reader, depth: sorter == nil ? .analysis : [.analysis, .sketch], maxPixels: options.maxPixels,
      budget: budget
    ) { piece in
      guard copies, let staged else { return true }
      do throws(SystemError) {
        try staged.write(piece)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { return .failed(failure) }
    switch examination.verdict {
    case .failure(let refusal):
      return .refused(Refusal(refusal, of: origin.source, readFailure: reader.failure))
    case .success(let facts):
      let choice = sorter?.choose(facts, examination.sketch, source: origin.source)
      if case .failure(let refusal) = choice { return .refused(refusal) }
      let chosen = try? choice?.get()
      do {
        if options.visibility == .private { try staged?.setMode(0o600) }
        if options.isStrict { staged?.close() }
      } catch {
        return .failed(error)
      }
      return .image(
        StagedImage(
          source: origin.source, className: chosen?.className ?? origin.className,
          origin: origin.status, facts: facts, file: staged, suggested: chosen?.suggested ?? []))
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
