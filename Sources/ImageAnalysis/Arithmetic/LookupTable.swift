/// A smooth function over 0…1 as a table, read by linear interpolation.
struct LookupTable {
  /// Each value, and the step to the next.
  private let cells: [SIMD2<Float>]
  private let scale: Float

  /// Tabulates a function at `cells` + 1 equal steps.
  init(cells: Int, _ function: (Double) -> Double) {
    let values = (0...(cells + 1)).map { Float(function(Double($0) / Double(cells))) }
    self.cells = zip(values, values.dropFirst()).map { SIMD2($0, $1 - $0) }
    scale = Float(cells)
  }

  /// The function at eight positions, each clamped to 0…1.
  @inline(__always)
  subscript(positions: SIMD8<Float>) -> SIMD8<Float> {
    let scaled =
      positions.replacing(with: 1, where: positions .> 1)
      .replacing(with: 0, where: positions .< 0) * scale
    // Adding 2²³ leaves the whole number nearest, which is one too many or the cell.
    let nearest = (scaled + 8_388_608) - 8_388_608
    let whole = nearest.replacing(with: nearest - 1, where: nearest .> scaled)
    let index = whole + 8_388_608
    let cells = cells.span
    var low = SIMD8<Float>()
    var step = SIMD8<Float>()
    for lane in 0..<8 {
      let value = cells[Int(index[lane].bitPattern & 0x7F_FFFF)]
      low[lane] = value.x
      step[lane] = value.y
    }
    return low + step * (scaled - whole)
  }
}
