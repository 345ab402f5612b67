internal import ByteText
internal import ImageAnalysis
internal import System

/// An input of `suggest` and what was seen of it.
struct SketchedCandidate: Sendable {
  let source: ByteString
  let outcome: Result<PictureSketch, Refusal>

  init(_ source: ByteString, _ outcome: Result<PictureSketch, Refusal>) {
    self.source = source
    self.outcome = outcome
  }
}

/// Inputs that wait, in order, to be judged together, which is far cheaper than one by one.
struct SuggestBatch {
  private static let most = 192

  private var inputs: [SketchedCandidate] = []

  var isFull: Bool { inputs.count >= Self.most }

  mutating func append(_ input: SketchedCandidate) {
    inputs.append(input)
  }

  /// What is suggested for those that wait, in order; none waits any more.
  mutating func finish(
    _ learnt: LearntDataset?, _ options: SuggestOptions
  ) throws(WorkStopped) -> [SuggestResult] {
    let inputs = inputs
    self.inputs = []
    let sketches = inputs.compactMap { try? $0.outcome.get() }
    let judgements = try learnt?.learner.judge(
      sketches, spreader: LaneSpreader(jobs: options.jobs))
    var judged = 0
    return inputs.map { input in
      switch input.outcome {
      case .failure(let refusal): return .refused(refusal)
      case .success:
        defer { judged += 1 }
        let judgement = judgements?[judged]
        let classes = judgement.flatMap { learnt?.best(options.top, of: $0) } ?? []
        return .suggestion(
          PictureSuggestion(
            source: input.source, time: Timestamp(seconds: Clocks.now()),
            by: options.contributor, classes: classes))
      }
    }
  }
}
