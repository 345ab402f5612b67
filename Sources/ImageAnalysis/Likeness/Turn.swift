/// One of the eight positions of a square: transposed or not, then mirrored across, down, both.
package struct Turn: Sendable, Hashable {
  /// Bit 0 mirrors columns, bit 1 rows, bit 2 transposes before that.
  let number: UInt8

  static let all = (0..<8).map { Turn(number: UInt8($0)) }

  var mirrorsColumns: Bool { number & 1 != 0 }
  var mirrorsRows: Bool { number & 2 != 0 }
  var transposes: Bool { number & 4 != 0 }

  /// A square of `side`² samples in this position.
  func applied(to square: [Float], side: Int) -> [Float] {
    if number == 0 { return square }
    var result = square
    for y in 0..<side {
      let row = mirrorsRows ? side - 1 - y : y
      for x in 0..<side {
        let column = mirrorsColumns ? side - 1 - x : x
        result[y * side + x] = square[transposes ? column * side + row : row * side + column]
      }
    }
    return result
  }
}
