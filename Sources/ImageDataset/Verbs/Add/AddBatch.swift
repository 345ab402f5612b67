internal import ByteText
internal import System

/// The outcomes that wait, in input order, to be made durable together.
///
/// A flush for each image would cost ten times the work; one for many keeps the promise, because
/// nothing of a batch is reported before all of it is durable.
struct AddBatch {
  /// The most images of a batch, and the most outcomes that may be made while it is committed.
  ///
  /// Each may hold a nameless file open, so a third of the descriptors that the process may have.
  static let most = min(512, max(8, (Descriptors.limit(raisedTo: mostDescriptors) - 32) / 3))
  /// More than two batches of nameless files and their sources ever need.
  static let mostDescriptors = 2048
  private static let mostBytes = 64 << 20
  /// Seconds after which what is ready is made durable and told of.
  private static let longest = 0.5

  private(set) var outcomes: [StagedOutcome] = []
  private var images = 0
  private var bytes = 0
  /// When the first image came, in seconds.
  private var began = 0.0

  /// Few enough to be flushed one by one; beyond that the file system is flushed as a whole.
  private static let fewest = 8

  var isFull: Bool {
    images >= Self.most || bytes >= Self.mostBytes
      || images > 0 && Clocks.monotonicSeconds() - began >= Self.longest
  }
  var isEmpty: Bool { outcomes.isEmpty }
  /// Whether there is nothing to make durable, so that what waits may be told at once.
  var hasNoImages: Bool { images == 0 }

  mutating func append(_ outcome: StagedOutcome) {
    outcomes.append(outcome)
    if case .image(let image) = outcome {
      if images == 0 { began = Clocks.monotonicSeconds() }
      images += 1
      bytes += image.facts.bytes
    }
  }

  /// What failed first, if anything did.
  var failure: SystemError? {
    for case .failed(let error) in outcomes { return error }
    return nil
  }

  /// The outcomes before the one that failed.
  var untilFailure: AddBatch {
    guard failure != nil else { return self }
    var batch = AddBatch()
    for outcome in outcomes {
      if case .failed = outcome { break }
      batch.append(outcome)
    }
    return batch
  }

  /// Makes the bytes of all images durable, so that no name ever leads to lost bytes.
  func flushData(_ flushFileSystem: FileSystemFlush) throws(SystemError) {
    if images > Self.fewest {
      try flushFileSystem()
    } else {
      for case .image(let image) in outcomes { try image.file?.flush() }
    }
  }
}
