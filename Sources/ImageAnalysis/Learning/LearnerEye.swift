/// How a learner sees pictures: what it measures, how it scales that, and how it compares.
struct LearnerEye: Sendable {
  let space: FeatureSpace
  let scaling: FeatureScaling
  let kernel: Kernel
  let split: MirrorSplit

  init(space: FeatureSpace, scaling: FeatureScaling, kernel: Kernel) {
    self.space = space
    self.scaling = scaling
    self.kernel = kernel
    split = MirrorSplit(mirror: space.mirror)
  }

  /// The rows of pictures whose features are known.
  func rows(
    of features: [[Float]], spreader: some WorkSpreader
  ) throws(WorkStopped) -> KernelRows {
    KernelRows(
      try spreader.map(Tiles.bands(features.count)) { band in
        let range = (band * Tiles.side)..<min(features.count, (band + 1) * Tiles.side)
        return KernelRows(features[range].map { scaling.applied(to: $0) }, split)
      })
  }

  /// The rows of pictures.
  func rows(
    of sketches: [PictureSketch], spreader: some WorkSpreader
  ) throws(WorkStopped) -> KernelRows {
    let features = try spreader.map(sketches.count) { space.features(of: sketches[$0]) }
    return try rows(of: features, spreader: spreader)
  }
}

extension LearnerEye {
  /// How many pictures the choice of how to compare is made on.
  private static let mostJudges = 10 * Tiles.side

  /// The eye that leave-one-out scores are best with: colours may count or not, and so may likeness to
  /// mirror images.
  ///
  /// - Parameter features: of pictures in an order in which any first part stands for the whole.
  static func best(
    for space: FeatureSpace, features: [[Float]], labels: [Int], classes: Int,
    spreader: some WorkSpreader
  ) throws(WorkStopped) -> LearnerEye {
    let scaling = FeatureScaling(features, in: space)
    let judges = Array(features.prefix(mostJudges))
    let judged = Array(labels.prefix(mostJudges))
    let answers = ClassAnswers(judged, classes: classes)
    var best = LearnerEye(space: space, scaling: scaling, kernel: Kernel(mirrors: true))
    var most = -1
    for scaling in [scaling, scaling.without(.colours, in: space)] {
      for mirrors in [true, false] {
        let eye = LearnerEye(space: space, scaling: scaling, kernel: Kernel(mirrors: mirrors))
        let rows = try eye.rows(of: judges, spreader: spreader)
        let matrix = try eye.kernel.matrix(of: rows, spreader: spreader)
        let fit = try RidgeFit(exactly: matrix, answers, spreader: spreader)
        let right = zip(fit.leaveOneOut, judged).reduce(0) { $0 + Self.merit($1.0, $1.1) }
        if right > most { (best, most) = (eye, right) }
      }
    }
    return best
  }

  /// Two for the right class at the top, one for it among the first three.
  private static func merit(_ scores: [Float], _ label: Int) -> Int {
    let better = scores.count { $0 > scores[label] }
    return better == 0 ? 2 : better < 3 ? 1 : 0
  }
}
