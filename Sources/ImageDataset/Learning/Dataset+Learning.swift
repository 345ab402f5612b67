internal import ByteText
internal import ImageAnalysis
internal import System

extension Dataset {
  /// Learns from the dataset's images, or takes up what was learnt before from the same ones.
  ///
  /// - Parameter cacheFolder: where what is learnt is kept; nil for nowhere. That it cannot be kept is
  ///   no failure.
  /// - Returns: nil if there is no image that can be read, and how many could not be.
  func learn(
    jobs: Int, cacheFolder: ByteString?, progress: (Int, Int) -> Void
  ) throws -> (LearntDataset?, unread: Int) {
    let material = try LearnerMaterial(self)
    let cache = cacheFolder.flatMap { LearnerCache(folder: $0, of: self) }
    let key = material.key
    if let learnt = cache?.load(key) { return (learnt, 0) }
    let training = try LearnerTraining.run(self, material, jobs: jobs, progress: progress)
    guard let training else { return (nil, material.places.count) }
    // What is missing was moved meanwhile or may be read another time.
    if training.unread == 0 { cache?.save(training.learnt, key) }
    return (training.learnt, training.unread)
  }
}
