/// Pictures as a kernel compares them: scaled features, even and odd parts apart.
struct KernelRows: Sendable {
  let even: Tiles
  let odd: Tiles
  /// The square of the length of each row, padding left out.
  let squares: [Float]

  var count: Int { squares.count }

  init(even: Tiles, odd: Tiles, squares: [Float]) {
    self.even = even
    self.odd = odd
    self.squares = squares
  }

  init(_ rows: [[Float]], _ split: MirrorSplit) {
    even = Tiles(rows: rows.map { split.even($0) }, width: split.evenCount)
    odd = Tiles(rows: rows.map { split.odd($0) }, width: split.oddCount)
    squares = rows.map { row in row.reduce(0) { $0 + $1 * $1 } }
  }

  /// Puts the rows of several behind each other; all but the last fill their tiles.
  init(_ parts: [KernelRows]) {
    let squares = parts.flatMap(\.squares)
    even = Tiles(parts.flatMap(\.even.tiles), rows: squares.count)
    odd = Tiles(parts.flatMap(\.odd.tiles), rows: squares.count)
    self.squares = squares
  }
}

/// How alike two pictures are, 0…1: e to minus the square of their distance; if mirror images count
/// as alike, the mean of that and the likeness to the other's mirror image.
struct Kernel: Sendable {
  let mirrors: Bool

  /// The likeness of the pictures of a row of tiles with those of another; 0 for padding.
  func tile(_ left: KernelRows, _ row: Int, _ right: KernelRows, _ column: Int) -> Tiles.Tile {
    let side = Tiles.side
    let rows = min(side, left.count - row * side)
    let columns = min(side, right.count - column * side)
    func products(_ left: Tiles, _ right: Tiles) -> Tiles.Tile {
      let range = left.tiles[row].indices
      return Tiles.product(left.tiles[row], right.tiles[column], over: range, rows: rows)
    }
    let even = products(left.even, right.even)
    let odd = products(left.odd, right.odd)
    var result = Tiles.zero
    for y in 0..<rows {
      let own = left.squares[row * side + y]
      for x in stride(from: 0, to: columns, by: 4) {
        let place = y * side + x
        var others = SIMD4<Float>()
        for lane in 0..<min(4, columns - x) {
          others[lane] = right.squares[column * side + x + lane]
        }
        let same = even.span.unchecked4(at: place)
        let turned = odd.span.unchecked4(at: place)
        var value = Self.likeness(others + own - 2 * (same + turned))
        if mirrors { value = (value + Self.likeness(others + own - 2 * (same - turned))) * 0.5 }
        for lane in 0..<min(4, columns - x) { result[place + lane] = value[lane] }
      }
    }
    return result
  }

  @inline(__always)
  private static func likeness(_ distance: SIMD4<Float>) -> SIMD4<Float> {
    FastExponential.of(-distance.replacing(with: 0, where: distance .< 0))
  }

  /// The likenesses of pictures among themselves: tiles on and below the diagonal.
  func matrix(of rows: KernelRows, spreader: some WorkSpreader) throws(WorkStopped) -> Tiles {
    let bands = rows.even.tiles.count
    let tiles = try spreader.map(bands) { band in
      // The last bands are the longest, so they come first.
      let row = bands - 1 - band
      return (0..<bands).map { $0 > row ? Tiles.zero : tile(rows, row, rows, $0) }
    }
    return Tiles(tiles.reversed(), rows: rows.count)
  }

  /// The likenesses of pictures with others.
  func matrix(
    of rows: KernelRows, with others: KernelRows, spreader: some WorkSpreader
  ) throws(WorkStopped) -> Tiles {
    let columns = others.even.tiles.indices
    let tiles = try spreader.map(rows.even.tiles.count) { row in
      columns.map { tile(rows, row, others, $0) }
    }
    return Tiles(tiles, rows: rows.count)
  }
}
