internal import ByteText
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// Finds the class of a picture by what was learnt from the dataset; runs on all cores.
struct SuggestedSorter: Sendable {
  /// How many classes are recorded, and named in a refusal.
  private static let top = 3

  /// Nil if there was nothing to learn from.
  let learnt: LearntDataset?
  /// The least score a class must have.
  let least: Double
  let tree: ClassTree
  /// The images that could not be learnt from.
  let unread: Int

  /// A class for a picture, and what was suggested.
  struct Choice: Sendable {
    let className: ByteString
    let suggested: [Suggestion]
  }

  /// The class of a picture, or why it is unsure.
  ///
  /// One that the dataset has already is where it is, so that the same command again changes nothing.
  func choose(
    _ facts: ImageFacts, _ sketch: PictureSketch?, source: ByteString
  ) -> Result<Choice, Refusal> {
    let place = ImagePlace(className: "", id: facts.id, format: facts.format)
    if let holder = try? tree.holder(of: place, first: tree.names.first ?? "") {
      return .success(Choice(className: holder, suggested: []))
    }
    guard let learnt, let sketch,
      let judgement = try? learnt.learner.judge([sketch], spreader: SerialWork()).first
    else {
      let message = "the dataset has no image to learn from, add some with --class"
      return .failure(Refusal(source: source, code: .unsure, message: message))
    }
    let best = learnt.best(Self.top, of: judgement).map {
      Suggestion(className: $0.className, score: $0.score)
    }
    if let first = best.first, first.score >= least {
      return .success(Choice(className: first.className, suggested: best))
    }
    let named = best.map { "'\($0.className.displayed)' \(Decimal.text($0.score, digits: 2))" }
    let message =
      "no class scores \(Decimal.text(least, digits: 4)), the best are "
      + named.joined(separator: ", ")
    return .failure(Refusal(source: source, code: .unsure, message: message))
  }
}

extension Dataset {
  /// What finds the classes of pictures, where the options ask for it.
  func sorter(_ options: AddOptions) throws -> SuggestedSorter? {
    guard case .suggested(let least) = options.assignment else { return nil }
    do {
      let (learnt, unread) = try learn(
        jobs: options.jobs, cacheFolder: options.cacheFolder, progress: { _, _ in })
      return SuggestedSorter(
        learnt: learnt, least: least, tree: try ClassTree(self), unread: unread)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    } catch is WorkStopped {
      // Nothing is asked of it: an interrupt ends the inputs, too.
      return nil
    }
  }
}
