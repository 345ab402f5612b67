internal import ByteText
internal import ImageAnalysis

/// A learner, and what its numbers stand for in the dataset it learnt from.
struct LearntDataset: Sendable {
  let learner: Learner
  /// The classes that have pictures, in the order of their bytes.
  let classes: [ByteString]
  /// The pictures that others are compared with, below the dataset.
  let files: [ByteString]
  /// What was noted of classes: not learnt, but shown with them.
  var facts: [ByteString: ClassFacts] = [:]
  /// Of each of ``files`` whether it may be shown to who asks; empty for all.
  var shown: [Bool] = []
  /// The images that stand for classes, below the dataset.
  var references: [ByteString: ByteString] = [:]

  /// The classes most probable for a picture, best first; of equal ones the first by name.
  func best(_ count: Int, of judgement: Judgement) -> [SuggestedClass] {
    classes.indices
      .sorted {
        (-judgement.probabilities[$0], $0) < (-judgement.probabilities[$1], $1)
      }
      .prefix(count)
      .map { owner in
        let name = classes[owner]
        return SuggestedClass(
          className: name, score: Double(judgement.probabilities[owner]),
          facts: facts[name] ?? ClassFacts(),
          reference: references[name] ?? judgement.nearest[owner].map { files[$0] })
      }
  }
}
