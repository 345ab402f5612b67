internal import ByteText
internal import System

/// What a worker made of one candidate.
enum StagedOutcome: Sendable {
  case refused(Refusal)
  case image(StagedImage)
  /// Writing into the dataset failed: nothing more can be added.
  case failed(SystemError)
}

/// A sound picture whose bytes wait, invisible, for their place in the dataset.
struct StagedImage: Sendable {
  let source: ByteString
  let className: ByteString
  /// What the source was when it was opened to be read.
  let origin: FileStatus
  let facts: ImageFacts
  /// Nil in a dry run.
  let file: StagedFile?
  /// What another dataset says of it, whose image it was.
  var record: ImageRecord?
  /// What the dataset's images suggested, best first.
  var suggested: [Suggestion] = []

  var place: ImagePlace {
    ImagePlace(className: className, id: facts.id, format: facts.format)
  }
}
