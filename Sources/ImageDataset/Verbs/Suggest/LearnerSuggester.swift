internal import ByteText
internal import ImageAnalysis
internal import System

/// Suggests what was learnt from the dataset, many pictures at once, which is far cheaper than one by
/// one.
struct LearnerSuggester {
  private static let most = 192

  private let learnt: LearntDataset?
  private let options: SuggestOptions
  private var waiting: [SketchedCandidate] = []

  /// - Parameter learnt: nil if there was nothing to learn from, and so nothing to suggest.
  init(_ learnt: LearntDataset?, _ options: SuggestOptions) {
    self.learnt = learnt
    self.options = options
  }

  /// Takes an input and gives what is known by now, in order.
  mutating func take(_ input: SketchedCandidate) throws(WorkStopped) -> [SuggestResult] {
    waiting.append(input)
    return waiting.count >= Self.most ? try finish() : []
  }

  /// What is suggested for those that wait, in order; none waits any more.
  mutating func finish() throws(WorkStopped) -> [SuggestResult] {
    let inputs = waiting
    waiting = []
    let sketches = inputs.compactMap { try? $0.outcome.get() }
    let judgements = try learnt?.learner.judge(
      sketches, showing: learnt?.shown ?? [], spreader: LaneSpreader(jobs: options.jobs))
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

/// An input of `suggest` and what was seen of it.
struct SketchedCandidate: Sendable {
  let source: ByteString
  let outcome: Result<PictureSketch, Refusal>

  init(_ source: ByteString, _ outcome: Result<PictureSketch, Refusal>) {
    self.source = source
    self.outcome = outcome
  }
}
