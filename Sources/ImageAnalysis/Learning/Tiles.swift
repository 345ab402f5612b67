/// A matrix in square tiles, each row by row, with zeros where the matrix ends before its tiles do.
///
/// Tiles are what threads hand to each other, and small enough to stay near the processor.
struct Tiles: Sendable {
  typealias Tile = [Float]

  static let side = 96
  /// A tile of zeros.
  static let zero = Tile(repeating: 0, count: side * side)

  /// By rows of tiles.
  var tiles: [[Tile]]
  /// The rows that are not padding.
  let rows: Int

  /// The rows of tiles that hold so many rows.
  static func bands(_ rows: Int) -> Int {
    (rows + side - 1) / side
  }

  init(_ tiles: [[Tile]], rows: Int) {
    self.tiles = tiles
    self.rows = rows
  }

  /// Lays out some rows of numbers.
  init(rows: [[Float]], width: Int) {
    tiles = (0..<Self.bands(rows.count)).map { band in
      Self.band(rows[(band * Self.side)..<min(rows.count, (band + 1) * Self.side)], width: width)
    }
    self.rows = rows.count
  }

  /// A row of tiles that holds up to ``side`` rows of numbers.
  static func band(_ rows: ArraySlice<[Float]>, width: Int) -> [Tile] {
    (0..<bands(width)).map { column in
      var tile = zero
      let range = (column * side)..<min(width, (column + 1) * side)
      for (place, row) in rows.enumerated() {
        for index in range { tile[place * side + index - range.lowerBound] = row[index] }
      }
      return tile
    }
  }

  /// The matrix's numbers in a row, padding included.
  func row(_ row: Int) -> [Float] {
    let first = row % Self.side * Self.side
    return tiles[row / Self.side].flatMap { $0[first..<first + Self.side] }
  }

  /// The sums of products of a row of tiles with one of another, tile by tile over a range: one
  /// matrix times the other transposed.
  ///
  /// - Parameter rows: how many rows of the left side are wanted; the others may be left zero.
  static func product(
    _ left: [Tile], _ right: [Tile], over range: Range<Int>, rows: Int = Self.side
  ) -> Tile {
    let step = InnerProducts.leftStep
    let wanted = (rows + step - 1) / step * step
    var sums = Tile(repeating: 0, count: wanted * side)
    for index in range {
      let (some, others) = (left[index], right[index])
      InnerProducts.add(
        some.span.extracting(..<(wanted * side)), others.span, depth: side, to: &sums)
    }
    if wanted < side { sums += Tile(repeating: 0, count: (side - wanted) * side) }
    return sums
  }

  /// One tile times another transposed.
  static func product(_ left: Tile, _ right: Tile) -> Tile {
    product([left], [right], over: 0..<1)
  }

  static func transposed(_ tile: Tile) -> Tile {
    var result = zero
    for row in 0..<side {
      for column in 0..<side { result[column * side + row] = tile[row * side + column] }
    }
    return result
  }

  /// The rows as columns.
  func transposed(width: Int) -> Tiles {
    let columns = tiles.first?.count ?? 0
    return Tiles(
      (0..<columns).map { column in tiles.map { Self.transposed($0[column]) } }, rows: width)
  }

  static func difference(_ left: Tile, _ right: Tile) -> Tile {
    var result = left
    for index in result.indices { result[index] -= right[index] }
    return result
  }
}
