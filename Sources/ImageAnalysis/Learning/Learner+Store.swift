extension Learner {
  /// The learner as bytes, for whoever keeps it between runs.
  ///
  /// Some 17 kB for each picture that others are compared with.
  package var stored: [UInt8] {
    let size = (known.count + Tiles.side) * (eye.split.evenCount + eye.split.oddCount + 256) * 4
    var writer = NumberWriter(capacity: size)
    writer.write(eye.space.side)
    writer.write(eye.space.dictionary.weights)
    writer.write(eye.space.dictionary.offsets)
    writer.write(eye.scaling.means)
    writer.write(eye.scaling.factors)
    writer.write(eye.kernel.mirrors ? 1 : 0)
    writer.write(labels.map { Float($0) })
    writer.write(known.squares)
    writer.write(prior)
    writer.write([calibration.factor])
    for tiles in [known.even, known.odd, weights] {
      for tile in tiles.tiles.joined() { writer.write(tile) }
    }
    return writer.bytes
  }

  /// Reads a learner back; nil if the bytes are none.
  package init?(stored bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    let depth = PatchField.depth
    guard let side = reader.number(),
      side == PictureSketch.sides.usual || side == PictureSketch.sides.tiny,
      let shapes = reader.numbers(), shapes.count.isMultiple(of: depth * 4), !shapes.isEmpty,
      let offsets = reader.numbers(shapes.count / depth)
    else { return nil }
    let space = FeatureSpace(
      side: side, dictionary: PatchDictionary(weights: shapes, offsets: offsets))
    guard let width = space.ranges.last?.upperBound, let means = reader.numbers(width),
      let factors = reader.numbers(width), let mirrors = reader.number(),
      let labels = reader.numbers(), !labels.isEmpty,
      let squares = reader.numbers(labels.count), let prior = reader.numbers(), !prior.isEmpty,
      labels.allSatisfy({ $0 >= 0 && $0 < Float(prior.count) }), let factor = reader.numbers(1)
    else { return nil }
    let eye = LearnerEye(
      space: space, scaling: FeatureScaling(means: means, factors: factors),
      kernel: Kernel(mirrors: mirrors == 1))
    guard let even = reader.tiles(rows: labels.count, width: eye.split.evenCount),
      let odd = reader.tiles(rows: labels.count, width: eye.split.oddCount),
      let weights = reader.tiles(rows: prior.count, width: labels.count), reader.isAtEnd
    else { return nil }
    self.init(
      eye: eye, known: KernelRows(even: even, odd: odd, squares: squares),
      labels: labels.map { Int32($0) }, weights: weights, prior: prior,
      calibration: Calibration(factor: factor[0]))
  }
}

extension NumberReader {
  fileprivate mutating func tiles(rows: Int, width: Int) -> Tiles? {
    var tiles: [[Tiles.Tile]] = []
    for _ in 0..<Tiles.bands(rows) {
      var band: [Tiles.Tile] = []
      for _ in 0..<Tiles.bands(width) {
        guard let tile = numbers(Tiles.side * Tiles.side) else { return nil }
        band.append(tile)
      }
      tiles.append(band)
    }
    return Tiles(tiles, rows: rows)
  }
}
