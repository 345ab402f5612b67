/// The Cholesky factor of a symmetric positive definite matrix, inverted: what solves equations and
/// tells the diagonal of the inverse.
struct TriangularFactor: Sendable {
  /// The inverse of the lower factor L, transposed: an upper triangle M with M·Mᵀ the inverse of the
  /// matrix.
  ///
  /// Of each row of tiles only those from the diagonal on are there to be used.
  private(set) var upper: Tiles

  private let size: Int
  private var bands: Int { upper.tiles.count }

  /// Factors a matrix of which the tiles on and below the diagonal are given.
  ///
  /// Tiles are worked off column by column, each the whole sum that it needs at once (the left-looking
  /// form), which is all done by products of rows of tiles.
  init(
    _ matrix: Tiles, ridge: Float, spreader: some WorkSpreader
  ) throws(WorkStopped) {
    size = matrix.rows
    var lower = matrix.tiles
    let bands = lower.count
    var inverses: [Tiles.Tile] = []
    for column in 0..<bands {
      let done = lower
      let own = Tiles.difference(
        done[column][column], Tiles.product(done[column], done[column], over: 0..<column))
      let diagonal = SmallTriangle.factor(
        of: Self.raised(own, by: ridge, from: matrix.rows - column * Tiles.side),
        size: Tiles.side)
      let inverse = SmallTriangle.inverse(of: diagonal, size: Tiles.side)
      let below = try spreader.map(bands - column - 1) { number in
        let row = done[column + 1 + number]
        let rest = Tiles.difference(
          row[column], Tiles.product(row, done[column], over: 0..<column))
        return Tiles.product(rest, inverse)
      }
      lower[column][column] = diagonal
      for (number, tile) in below.enumerated() { lower[column + 1 + number][column] = tile }
      inverses.append(inverse)
    }
    upper = try Self.inverted(lower, inverses, rows: matrix.rows, spreader)
  }

  /// Adds the ridge to a diagonal, and one where the matrix has ended.
  private static func raised(_ tile: Tiles.Tile, by ridge: Float, from end: Int) -> Tiles.Tile {
    var tile = tile
    for place in 0..<Tiles.side {
      tile[place * Tiles.side + place] += place < end ? ridge : 1
    }
    return tile
  }

  private static func inverted(
    _ lower: [[Tiles.Tile]], _ inverses: [Tiles.Tile], rows: Int, _ spreader: some WorkSpreader
  ) throws(WorkStopped) -> Tiles {
    let bands = lower.count
    var upper = Array(repeating: Array(repeating: Tiles.zero, count: bands), count: bands)
    for row in 0..<bands {
      let done = upper
      let (own, factor) = (inverses[row], lower[row])
      let above = try spreader.map(row) { column in
        let sum = Tiles.product(done[column], factor, over: column..<row)
        return Tiles.difference(Tiles.zero, Tiles.product(sum, own))
      }
      for (column, tile) in above.enumerated() { upper[column][row] = tile }
      upper[row][row] = Tiles.transposed(own)
    }
    return Tiles(upper, rows: rows)
  }

  /// The diagonal of the inverse of the matrix.
  var inverseDiagonal: [Float] {
    (0..<size).map { row in
      upper.row(row).suffix(from: row / Tiles.side * Tiles.side).reduce(0) { $0 + $1 * $1 }
    }
  }

  /// The inverse of the lower factor: rows of tiles up to the diagonal.
  func lowerInverse() -> Tiles {
    upper.transposed(width: size)
  }

  /// Solves the equations for several right sides, each a row, as the solutions will be.
  func solved(
    _ right: Tiles, spreader: some WorkSpreader
  ) throws(WorkStopped) -> Tiles {
    let (upper, bands) = (upper.tiles, bands)
    let lower = lowerInverse().tiles
    let solved = try spreader.map(right.tiles.count) { number in
      let row = right.tiles[number]
      let middle = (0..<bands).map { Tiles.product(row, lower[$0], over: 0..<($0 + 1)) }
      return (0..<bands).map { Tiles.product(middle, upper[$0], over: $0..<bands) }
    }
    return Tiles(solved, rows: right.rows)
  }
}
