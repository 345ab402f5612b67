/// A smooth function over 0…1 as a table, read by linear interpolation.
struct LookupTable {
  private let values: [Float]
  private let scale: Float

  /// Tabulates a function at `cells` + 1 equal steps.
  init(cells: Int, _ function: (Double) -> Double) {
    values = (0...(cells + 1)).map { Float(function(Double($0) / Double(cells))) }
    scale = Float(cells)
  }

  /// The function at `position`, which is clamped to 0…1.
  @inline(__always)
  subscript(position: Float) -> Float {
    let scaled = max(0, min(position, 1)) * scale
    let cell = Int(scaled)
    let low = values[cell]
    return low + (values[cell + 1] - low) * (scaled - Float(cell))
  }
}
