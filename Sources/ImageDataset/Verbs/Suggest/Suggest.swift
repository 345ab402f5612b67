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
      if let command = options.model {
        var suggester = try ModelSuggester(command, options, self)
        try forEachInput(of: options, list, &summary) { input, summary in
          for result in try suggester.take(input) { try tell(result, &summary, report) }
        }
        if Interrupt.received == nil {
          try suggester.finish { try tell($0, &summary, report) }
        }
      } else {
        var suggester = LearnerSuggester(try learnt(options, progress, &summary), options)
        try forEachInput(of: options, list, &summary) { input, summary in
          for result in try suggester.take(input) { try tell(result, &summary, report) }
        }
        for result in try suggester.finish() { try tell(result, &summary, report) }
      }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    } catch is WorkStopped {}
    summary.seconds = Clocks.monotonicSeconds() - start
    return summary
  }

  private func learnt(
    _ options: SuggestOptions, _ progress: (Int, Int) -> Void, _ summary: inout SuggestSummary
  ) throws -> LearntDataset? {
    var (learnt, unread) = try learn(
      jobs: options.jobs, cacheFolder: options.cacheFolder, progress: progress)
    try learnt?.takeFacts(of: self, for: options.contributor)
    summary.unread = unread
    summary.hasLearnt = learnt != nil
    return learnt
  }

  private func tell(
    _ result: SuggestResult, _ summary: inout SuggestSummary,
    _ report: (SuggestResult) throws -> Void
  ) throws {
    if case .refused = result { summary.refused += 1 } else { summary.suggestions += 1 }
    try report(result)
  }

  /// Sketches the inputs on all cores and hands them on in order.
  private func forEachInput(
    of options: SuggestOptions, _ list: @escaping PathList, _ summary: inout SuggestSummary,
    _ body: (SketchedCandidate, inout SuggestSummary) throws -> Void
  ) throws {
    let inputs = WalkedCandidates(options.paths, list)
    let reader = SketchReader(
      maxPixels: options.maxPixels, budget: .forDecoding(jobs: options.jobs))
    try mapInOrder(
      jobs: options.jobs, window: 64,
      next: { Interrupt.received == nil ? try inputs.next() : nil },
      work: { reader.sketch($0) },
      consume: { try body($0, &summary) })
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
