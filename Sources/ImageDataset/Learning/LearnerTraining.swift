internal import ByteText
internal import ImageAnalysis
internal import System

/// What learning from a dataset gives.
struct LearnerTraining: Sendable {
  let learnt: LearntDataset
  /// The pictures learnt from, below the dataset.
  let files: [ByteString]
  /// For each of them the probabilities of the classes, had it not been learnt from.
  let leaveOneOut: [[Float]]
  /// The images that were gone or unsound, or may not be read.
  let unread: Int

  /// Learns from a dataset's images, reading each once.
  ///
  /// - Parameter progress: is told how many images were read, and of how many.
  /// - Returns: nil if there is none that can be read.
  /// - Throws: `SystemError` where reading one failed, `WorkStopped` after an interrupt.
  static func run(
    _ dataset: Dataset, _ material: LearnerMaterial, jobs: Int,
    progress: (Int, Int) -> Void
  ) throws -> LearnerTraining? {
    let places = Array(material.mixed.prefix(LearnerMaterial.mostLearnt))
    let reader = SketchReader(
      maxPixels: VerifyOptions(path: "").maxPixels, budget: .forDecoding(jobs: jobs))
    var read: [(place: ImagePlace, sketch: PictureSketch)] = []
    var done = 0
    var next = 0
    try mapInOrder(
      jobs: jobs, window: 64,
      next: { () throws -> ImagePlace? in
        guard Interrupt.received == nil else { throw WorkStopped() }
        guard next < places.count else { return nil }
        defer { next += 1 }
        return places[next]
      },
      work: { place -> (ImagePlace, Result<PictureSketch?, SystemError>) in
        do throws(SystemError) {
          return (place, .success(try reader.sketch(ofOwn: dataset.path.appending(place.file))))
        } catch {
          return (place, .failure(error))
        }
      },
      consume: { place, sketch in
        if let sketch = try sketch.get() { read.append((place, sketch)) }
        done += 1
        progress(done, places.count)
      })
    guard !read.isEmpty else { return nil }
    let classes = Set(read.map(\.place.className)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    let (learner, leaveOneOut) = try Learner.learn(
      from: read.map(\.sketch), labels: read.map { numbers[$0.place.className] ?? 0 },
      classes: classes.count, spreader: LaneSpreader(jobs: jobs))
    let files = read.map(\.place.file)
    return LearnerTraining(
      learnt: LearntDataset(
        learner: learner, classes: classes, files: Array(files.prefix(learner.knownCount))),
      files: files, leaveOneOut: leaveOneOut, unread: places.count - read.count)
  }
}
