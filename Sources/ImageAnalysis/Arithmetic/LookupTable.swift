/// A smooth function over 0…1 as a table, read by linear interpolation.
struct LookupTable {
  /// Each value, and the step to the next.
  let cells: [SIMD2<Float>]
  /// How many cells there are: one more stands for the end.
  let scale: Float

  /// Tabulates a function at `cells` + 1 equal steps.
  init(cells: Int, _ function: (Double) -> Double) {
    let values = (0...(cells + 1)).map { Float(function(Double($0) / Double(cells))) }
    self.cells = zip(values, values.dropFirst()).map { SIMD2($0, $1 - $0) }
    scale = Float(cells)
  }
}
