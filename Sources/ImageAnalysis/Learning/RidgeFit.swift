/// One-against-rest ridge regression in the span of a kernel's landmarks: weights of the landmarks for
/// each class, and what each picture would have scored had it not been learnt from.
struct RidgeFit: Sendable {
  /// The ridge that suits kernels of 0…1, at any number of pictures.
  static let ridge: Float = 0.1
  /// What keeps the landmarks' own matrix invertible.
  private static let jitter: Float = 1e-3

  /// A row for each class, a column for each landmark.
  let weights: Tiles
  /// What a picture like no landmark scores in each class.
  let prior: [Float]
  /// A row for each picture, a column for each class.
  let leaveOneOut: [[Float]]

  /// Learns from pictures that all are landmarks.
  ///
  /// - Parameter matrix: their likenesses, tiles on and below the diagonal. What a picture scores
  ///   without itself follows from the diagonal of the inverse (Rifkin and Lippert 2007, 4.2).
  init(
    exactly matrix: Tiles, _ answers: ClassAnswers, spreader: some WorkSpreader
  ) throws(WorkStopped) {
    let factor = try TriangularFactor(matrix, ridge: Self.ridge, spreader: spreader)
    weights = try factor.solved(answers.tiles, spreader: spreader)
    let diagonal = factor.inverseDiagonal
    let weights = weights
    prior = answers.prior
    leaveOneOut = (0..<matrix.rows).map { picture in
      answers.prior.indices.map { owner in
        let weight = weights.tiles[owner / Tiles.side][picture / Tiles.side][
          owner % Tiles.side * Tiles.side + picture % Tiles.side]
        return answers.wanted(picture, owner) - weight / diagonal[picture]
      }
    }
  }

  /// Learns from many pictures by their likenesses with a few (Nyström's method).
  ///
  /// The likenesses are first put into coordinates in which the landmarks' kernel is the plain inner
  /// product; the ridge in these is well-conditioned where normal equations in the likenesses
  /// themselves would not be.
  ///
  /// - Parameters:
  ///   - likenesses: a row for each picture, a column for each landmark.
  ///   - matrix: the landmarks' own.
  init(
    likenesses: Tiles, among matrix: Tiles, _ answers: ClassAnswers, spreader: some WorkSpreader
  ) throws(WorkStopped) {
    let landmarks = try TriangularFactor(matrix, ridge: Self.jitter, spreader: spreader)
    let lower = landmarks.lowerInverse()
    let coordinates = try Self.times(likenesses, lower, spreader) { 0..<($0 + 1) }
    let columns = coordinates.transposed(width: matrix.rows)
    let squares = try spreader.map(columns.tiles.count) { row in
      (0..<columns.tiles.count).map { column in
        column > row
          ? Tiles.zero
          : Tiles.product(
            columns.tiles[row], columns.tiles[column], over: columns.tiles[row].indices)
      }
    }
    let factor = try TriangularFactor(
      Tiles(squares, rows: matrix.rows), ridge: Self.ridge, spreader: spreader)
    let sums = try Self.times(answers.tiles, columns, spreader) { _ in
      answers.tiles.tiles.first?.indices ?? 0..<0
    }
    let solution = try factor.solved(sums, spreader: spreader)
    let bands = lower.tiles.count
    weights = try Self.times(solution, landmarks.upper, spreader) { $0..<bands }
    prior = answers.prior
    let fitted = try Self.times(solution, coordinates, spreader) { _ in 0..<bands }
    let spread = try Self.times(coordinates, factor.lowerInverse(), spreader) { 0..<($0 + 1) }
    leaveOneOut = (0..<likenesses.rows).map { picture in
      let leverage = min(0.999, spread.row(picture).reduce(0) { $0 + $1 * $1 })
      return answers.prior.indices.map { owner in
        let fit = fitted.tiles[owner / Tiles.side][picture / Tiles.side][
          owner % Tiles.side * Tiles.side + picture % Tiles.side]
        let wanted = answers.wanted(picture, owner)
        return wanted - (wanted - answers.prior[owner] - fit) / (1 - leverage)
      }
    }
  }

  /// A matrix times another transposed, of whose rows of tiles only some are not zero.
  private static func times(
    _ left: Tiles, _ right: Tiles, _ spreader: some WorkSpreader,
    over range: @escaping @Sendable (Int) -> Range<Int>
  ) throws(WorkStopped) -> Tiles {
    let tiles = try spreader.map(left.tiles.count) { row in
      right.tiles.indices.map {
        Tiles.product(left.tiles[row], right.tiles[$0], over: range($0))
      }
    }
    return Tiles(tiles, rows: left.rows)
  }
}

/// Which pictures are of which class, as what a regression is to give: one for its own class and minus
/// one for any other, less the mean of that.
struct ClassAnswers: Sendable {
  private let labels: [Int]
  /// What the mean picture answers, by class.
  let prior: [Float]
  /// A row for each class, a column for each picture.
  let tiles: Tiles

  init(_ labels: [Int], classes: Int) {
    self.labels = labels
    var counts = [Float](repeating: 0, count: classes)
    for label in labels { counts[label] += 1 }
    let prior = counts.map { 2 * $0 / Float(max(1, labels.count)) - 1 }
    let rows = (0..<classes).map { owner in
      labels.map { ($0 == owner ? 1 : -1) - prior[owner] }
    }
    self.prior = prior
    tiles = Tiles(rows: rows, width: labels.count)
  }

  func wanted(_ picture: Int, _ owner: Int) -> Float {
    labels[picture] == owner ? 1 : -1
  }
}
