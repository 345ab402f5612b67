/// Two squares of samples laid over each other, both brought to mean 0 and norm 1 where they meet.
struct PlacedSquare {
  let side: Int
  let columns: Range<Int>
  let rows: Range<Int>
  /// The fixed picture; 0 outside.
  let fixed: [Float]
  /// The moved one; 0 outside.
  let moved: [Float]

  /// Lays `movable` under `fixed` by a placement; nil where they hardly meet.
  init?(_ fixed: [Float], _ movable: [Float], side: Int, _ placement: Placement) {
    let across = placement.axis(0, side: side)
    let down = placement.axis(1, side: side)
    guard across.inside.count > side / 2, down.inside.count > side / 2 else { return nil }
    self.side = side
    columns = across.inside
    rows = down.inside
    self.fixed = Self.normalised(fixed, side, columns, rows)
    if placement.isNothing {
      moved = Self.normalised(movable, side, columns, rows)
      return
    }
    var narrow = [Float](repeating: 0, count: side * side)
    for y in 0..<side {
      for x in columns {
        let (before, part) = across.samples[x]
        let first = movable[y * side + before]
        narrow[y * side + x] = first + (movable[y * side + before + 1] - first) * part
      }
    }
    var moved = [Float](repeating: 0, count: side * side)
    for y in rows {
      let (before, part) = down.samples[y]
      for x in columns {
        let first = narrow[before * side + x]
        moved[y * side + x] = first + (narrow[(before + 1) * side + x] - first) * part
      }
    }
    self.moved = Self.normalised(moved, side, columns, rows)
  }

  /// How alike they are, −1…1.
  var correlation: Float {
    var sum: Float = 0
    for index in 0..<moved.count { sum += fixed[index] * moved[index] }
    return sum
  }

  private static func normalised(
    _ square: [Float], _ side: Int, _ columns: Range<Int>, _ rows: Range<Int>
  ) -> [Float] {
    var sum: Float = 0
    var squares: Float = 0
    for y in rows {
      for index in (y * side + columns.lowerBound)..<(y * side + columns.upperBound) {
        sum += square[index]
        squares += square[index] * square[index]
      }
    }
    let count = Float(columns.count * rows.count)
    let mean = sum / count
    let scale = 1 / (max(0, squares - sum * mean).squareRoot() + 0.001)
    var result = [Float](repeating: 0, count: square.count)
    for y in rows {
      for index in (y * side + columns.lowerBound)..<(y * side + columns.upperBound) {
        result[index] = (square[index] - mean) * scale
      }
    }
    return result
  }
}
