internal import ByteText
internal import ImageAnalysis
internal import System

extension Dataset {
  /// Suggests classes for pictures, learnt from the dataset's own.
  ///
  /// - Parameters:
  ///   - list: gives the paths that stand for `-`.
  ///   - progress: is told how many images were learnt from, and of how many.
  ///   - report: is told of every input, in input order.
  /// - Returns: the counts; they are true also when an interrupt ended the work early.
  /// - Throws: ``DatasetError``, or what `report` throws.
  package func suggest(
    _ options: SuggestOptions, list: @escaping PathList, progress: (Int, Int) -> Void,
    report: (SuggestResult) throws -> Void
  ) throws -> SuggestSummary {
    let start = Clocks.monotonicSeconds()
    var summary = SuggestSummary()
    do {
      let learner = try learnt(options, progress: progress, &summary)
      try suggest(options, learner, list, &summary, report)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    } catch is WorkStopped {}
    summary.seconds = Clocks.monotonicSeconds() - start
    return summary
  }

  private func learnt(
    _ options: SuggestOptions, progress: (Int, Int) -> Void, _ summary: inout SuggestSummary
  ) throws -> LearntDataset? {
    let (learnt, unread) = try learn(
      jobs: options.jobs, cacheFolder: options.cacheFolder, progress: progress)
    summary.unread = unread
    summary.hasLearnt = learnt != nil
    return learnt
  }

  private func suggest(
    _ options: SuggestOptions, _ learnt: LearntDataset?, _ list: @escaping PathList,
    _ summary: inout SuggestSummary, _ report: (SuggestResult) throws -> Void
  ) throws {
    let inputs = WalkedCandidates(options.paths, list)
    let reader = SketchReader(
      maxPixels: options.maxPixels, budget: .forDecoding(jobs: options.jobs))
    var waiting = SuggestBatch()
    func tell(_ results: [SuggestResult]) throws {
      for result in results {
        if case .refused = result { summary.refused += 1 } else { summary.suggestions += 1 }
        try report(result)
      }
    }
    try mapInOrder(
      jobs: options.jobs, window: 64,
      next: { Interrupt.received == nil ? try inputs.next() : nil },
      work: { candidate in reader.sketch(candidate) },
      consume: { outcome in
        waiting.append(outcome)
        if waiting.isFull { try tell(try waiting.finish(learnt, options)) }
      })
    try tell(try waiting.finish(learnt, options))
    summary.skipped = inputs.skipped
  }
}

extension SketchReader {
  fileprivate func sketch(_ candidate: AddCandidate) -> SketchedCandidate {
    switch candidate.outcome {
    case .failure(let refusal): SketchedCandidate(candidate.source, .failure(refusal))
    case .success: SketchedCandidate(candidate.source, sketch(candidate.source))
    }
  }
}
