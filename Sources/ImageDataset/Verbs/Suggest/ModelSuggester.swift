internal import ByteText
internal import System

/// Suggests what an outside program says, with what the dataset knows of those classes.
struct ModelSuggester {
  private let model: ModelProgram
  private let options: SuggestOptions
  private var knowledge: ClassKnowledge
  private var waiting: [SketchedCandidate] = []

  init(
    _ command: ByteString, _ options: SuggestOptions, _ dataset: Dataset
  ) throws {
    knowledge = try ClassKnowledge(dataset, for: options.contributor)
    self.options = options
    model = try ModelProgram(command)
  }

  /// Takes an input and gives what is known by now, in order.
  mutating func take(_ input: SketchedCandidate) throws -> [SuggestResult] {
    if case .success = input.outcome { try model.ask(input.source) }
    waiting.append(input)
    var results: [SuggestResult] = []
    while let first = waiting.first {
      switch first.outcome {
      case .failure(let refusal): results.append(.refused(refusal))
      case .success:
        guard let answer = try model.answerIfReady() else { return results }
        results.append(try suggestion(answer, for: first.source))
      }
      waiting.removeFirst()
    }
    return results
  }

  /// Tells each of what still waits, and sees the program end.
  mutating func finish(_ tell: (SuggestResult) throws -> Void) throws {
    for input in waiting {
      switch input.outcome {
      case .failure(let refusal): try tell(.refused(refusal))
      case .success: try tell(try suggestion(try model.answer(), for: input.source))
      }
    }
    waiting = []
    try model.finish()
  }

  private mutating func suggestion(
    _ answer: [Suggestion], for source: ByteString
  ) throws -> SuggestResult {
    var classes: [SuggestedClass] = []
    for suggestion in answer.prefix(options.top) {
      classes.append(
        SuggestedClass(
          className: suggestion.className, score: suggestion.score,
          facts: knowledge.facts(of: suggestion.className),
          reference: try knowledge.reference(of: suggestion.className)))
    }
    return .suggestion(
      PictureSuggestion(
        source: source, time: Timestamp(seconds: Clocks.now()), by: options.contributor,
        classes: classes))
  }
}
