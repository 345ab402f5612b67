/// What a collection of pictures in classes teaches: how probable each class is for another picture.
///
/// Kernel ridge regression on gradients, patches and colours. Needs no model file and no network; the
/// same pictures in the same order give the same learner to the last bit, however many threads work.
package struct Learner: Sendable {
  /// How many pictures are compared with how many.
  struct Extent: Sendable {
    /// The most pictures that are all compared with each other.
    var mostExact = 4_000
    /// Of more, how many are compared with all.
    var landmarks = 1_500
  }

  let eye: LearnerEye
  /// The pictures that others are compared with.
  let known: KernelRows
  /// The class of each of them.
  let labels: [Int32]
  /// A row for each class, a column for each known picture.
  let weights: Tiles
  let prior: [Float]
  let calibration: Calibration

  init(
    eye: LearnerEye, known: KernelRows, labels: [Int32], weights: Tiles, prior: [Float],
    calibration: Calibration
  ) {
    self.eye = eye
    self.known = known
    self.labels = labels
    self.weights = weights
    self.prior = prior
    self.calibration = calibration
  }

  /// Learns from pictures.
  ///
  /// - Parameters:
  ///   - sketches: in an order in which any first part stands for the whole, as ids of one class after
  ///     another do not.
  ///   - labels: the class of each, 0 up to but not `classes`.
  /// - Returns: the learner, and for each picture the probabilities it would have had, had it not been
  ///   learnt from.
  package static func learn(
    from sketches: [PictureSketch], labels: [Int], classes: Int, spreader: some WorkSpreader
  ) throws(WorkStopped) -> (Learner, leaveOneOut: [[Float]]) {
    try learn(
      from: sketches, labels: labels, classes: classes, extent: Extent(), spreader: spreader)
  }

  static func learn(
    from sketches: [PictureSketch], labels: [Int], classes: Int, extent: Extent,
    spreader: some WorkSpreader
  ) throws(WorkStopped) -> (Learner, leaveOneOut: [[Float]]) {
    let side = commonSide(of: sketches)
    let isExact = sketches.count <= extent.mostExact
    let count = isExact ? sketches.count : min(extent.landmarks, sketches.count)
    let core = Array(sketches.prefix(count))
    let small = try spreader.map(core.count) { core[$0].resized(to: PatchField.side) }
    let dictionary = try PatchDictionary.learn(from: small, spreader: spreader)
    let space = FeatureSpace(side: side, dictionary: dictionary)
    let features = try spreader.map(core.count) { space.features(of: core[$0]) }
    let eye = try LearnerEye.best(
      for: space, features: features, labels: Array(labels.prefix(count)), classes: classes,
      spreader: spreader)
    let known = try eye.rows(of: features, spreader: spreader)
    let matrix = try eye.kernel.matrix(of: known, spreader: spreader)
    let answers = ClassAnswers(labels, classes: classes)
    let fit: RidgeFit
    if isExact {
      fit = try RidgeFit(exactly: matrix, answers, spreader: spreader)
    } else {
      let likenesses = try eye.likenesses(of: sketches, with: known, spreader: spreader)
      fit = try RidgeFit(likenesses: likenesses, among: matrix, answers, spreader: spreader)
    }
    let calibration = Calibration(fit.leaveOneOut, labels: labels)
    let learner = Learner(
      eye: eye, known: known, labels: labels.prefix(count).map { Int32($0) },
      weights: fit.weights, prior: fit.prior, calibration: calibration)
    return (learner, fit.leaveOneOut.map { calibration.probabilities($0) })
  }

  /// The side at which most of the pictures are sketched.
  private static func commonSide(of sketches: [PictureSketch]) -> Int {
    let tiny = sketches.count { $0.side == PictureSketch.sides.tiny }
    return tiny * 2 > sketches.count ? PictureSketch.sides.tiny : PictureSketch.sides.usual
  }

  /// How many classes there are.
  package var classes: Int { prior.count }

  /// How many of the pictures learnt from, the first ones, others are compared with.
  package var knownCount: Int { labels.count }
}

extension LearnerEye {
  /// The likenesses of many pictures with a few, holding no more than some of their features.
  func likenesses(
    of sketches: [PictureSketch], with known: KernelRows, spreader: some WorkSpreader
  ) throws(WorkStopped) -> Tiles {
    let columns = known.even.tiles.indices
    let tiles = try spreader.map(Tiles.bands(sketches.count)) { band in
      let range = (band * Tiles.side)..<min(sketches.count, (band + 1) * Tiles.side)
      let features = sketches[range].map { scaling.applied(to: space.features(of: $0)) }
      let rows = KernelRows(features, split)
      return columns.map { kernel.tile(rows, 0, known, $0) }
    }
    return Tiles(tiles, rows: sketches.count)
  }
}
