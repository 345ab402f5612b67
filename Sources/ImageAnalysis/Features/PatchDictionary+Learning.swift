extension PatchDictionary {
  private static let mostShapes = 200
  private static let mostSamples = 40_000
  private static let rounds = 5
  /// What is added to the variance in every direction before whitening.
  private static let damping: Float = 0.1

  /// Learns shapes from pictures of side 32 by spherical k-means over whitened patches.
  ///
  /// Few pictures give few shapes. Each patch is seen as it is and mirrored, and stands for the shape
  /// that is nearest to either.
  static func learn(
    from sketches: [PictureSketch], spreader: some WorkSpreader
  ) throws(WorkStopped) -> PatchDictionary {
    let pairs = max(2, min(mostShapes / 2, sketches.count * 2))
    let wanted = min(mostSamples, max(pairs, 200 * sketches.count))
    let samples = samples(of: sketches, count: wanted / 12 * 12 + 12)
    let depth = PatchField.depth
    let count = Float(samples.plain.count / depth * 2)
    var mean = [Float](repeating: 0, count: depth)
    for rows in [samples.plain, samples.mirrored] {
      for (index, value) in rows.enumerated() { mean[index % depth] += value }
    }
    for index in mean.indices { mean[index] /= count }
    let whitening = Whitening(samples, mean: mean, damping: damping)
    let plain = try whitening.applied(to: samples.plain, spreader: spreader)
    let mirrored = try whitening.applied(to: samples.mirrored, spreader: spreader)
    var clusters = MirroredClusters(plain: plain, mirrored: mirrored, pairs: pairs)
    for _ in 0..<rounds { try clusters.refine(spreader: spreader) }
    return PatchDictionary(shapes: whitening.reversed(clusters.centres), mean: mean)
  }

  /// Patches from places that look random.
  private static func samples(of sketches: [PictureSketch], count: Int) -> MirroredRows {
    var random = RandomNumbers(seed: 0)
    let fields = sketches.map { PatchField($0) }
    var rows = MirroredRows()
    rows.plain.reserveCapacity(count * PatchField.depth)
    rows.mirrored.reserveCapacity(count * PatchField.depth)
    for _ in 0..<count {
      let field = fields[random.next(below: fields.count)]
      let x = random.next(below: PatchField.places)
      let y = random.next(below: PatchField.places)
      rows.plain += field.evened(x, y, isMirrored: false)
      rows.mirrored += field.evened(x, y, isMirrored: true)
    }
    return rows
  }
}

/// Patches, and the same ones mirrored.
struct MirroredRows {
  var plain: [Float] = []
  var mirrored: [Float] = []
}
