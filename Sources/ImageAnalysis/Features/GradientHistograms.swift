/// Histograms of oriented gradients, which tell of shapes (Dalal and Triggs 2005).
///
/// The field's votes are shared out between the four nearest cells and the two nearest directions;
/// each block of 2 × 2 cells is brought to a length of about one, clipped at 0.2 and brought there
/// again.
enum GradientHistograms {
  private static let clip: Float = 0.2
  private static let damping: Float = 1e-3

  /// How many numbers a square of `cells` × `cells` gives.
  static func count(cells: Int) -> Int {
    (cells - 1) * (cells - 1) * 4 * GradientField.bins
  }

  /// The histograms: blocks row by row, of each the cells top left, bottom left, top right and bottom
  /// right, of each the directions.
  static func of(_ field: GradientField, cells: Int) -> [Float] {
    let bins = GradientField.bins
    let votes = votes(of: field, cells: cells)
    var result: [Float] = []
    result.reserveCapacity(count(cells: cells))
    for y in 0..<cells - 1 {
      for x in 0..<cells - 1 {
        var block: [Float] = []
        for (right, low) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          let first = ((y + low) * cells + x + right) * bins
          block += votes[first..<first + bins]
        }
        normalise(&block)
        for index in block.indices { block[index] = min(block[index], clip) }
        normalise(&block)
        result += block
      }
    }
    return result
  }

  /// Where each of the numbers is in the mirrored picture.
  static func mirror(cells: Int) -> [Int] {
    let (bins, blocks) = (GradientField.bins, cells - 1)
    return (0..<count(cells: cells)).map { index in
      let (cell, bin) = (index / bins, index % bins)
      let (block, quarter) = (cell / 4, cell % 4)
      let (y, x) = (block / blocks, block % blocks)
      let other = (y * blocks + blocks - 1 - x) * 4 + (quarter + 2) % 4
      return other * bins + (bins - bin) % bins
    }
  }

  private static func normalise(_ block: inout [Float]) {
    let factor = 1 / (block.reduce(0) { $0 + $1 * $1 } + damping).squareRoot()
    for index in block.indices { block[index] *= factor }
  }

  /// The two cells that a sample along a side is shared between, the second behind the first, and
  /// the weights of both; 0 for one beyond the side.
  private struct Sharing {
    var first: Int
    var weights: (Float, Float)
  }

  /// The strength in each cell and direction.
  private static func votes(of field: GradientField, cells: Int) -> [Float] {
    let (side, bins) = (field.side, GradientField.bins)
    let sharings = (0..<side).map { sharing(of: $0, side: side, cells: cells) }
    // A border of cells takes what is shared with those beyond the sides.
    let width = cells + 2
    var votes = [Float](repeating: 0, count: width * width * bins)
    for y in 0..<side {
      let down = sharings[y]
      for x in 0..<side {
        let strength = field.strength[y * side + x]
        guard strength > 0 else { continue }
        let across = sharings[x]
        let place = field.direction[y * side + x]
        let low = Int(place)
        let high = low + 1 < bins ? low + 1 : 0
        let share = place - Float(low)
        func vote(_ row: Int, _ column: Int, _ weight: Float) {
          let first = (row * width + column) * bins
          votes[first + low] += strength * weight * (1 - share)
          votes[first + high] += strength * weight * share
        }
        vote(down.first, across.first, down.weights.0 * across.weights.0)
        vote(down.first, across.first + 1, down.weights.0 * across.weights.1)
        vote(down.first + 1, across.first, down.weights.1 * across.weights.0)
        vote(down.first + 1, across.first + 1, down.weights.1 * across.weights.1)
      }
    }
    return (0..<cells).flatMap { row in
      let first = ((row + 1) * width + 1) * bins
      return votes[first..<first + cells * bins]
    }
  }

  /// How the sample at a place is shared; cells are counted from 1, behind that of the border.
  private static func sharing(of place: Int, side: Int, cells: Int) -> Sharing {
    let size = Float(side / cells)
    let position = (Float(place) + 0.5) / size + 0.5
    let share = position - position.rounded(.down)
    return Sharing(first: Int(position), weights: (1 - share, share))
  }
}
