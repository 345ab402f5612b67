internal import CArithmetic

/// How much of a picture are edges, seen at 64 samples on its longest side.
struct Sharpness {
  private static let longest = 64
  /// What averaging into the boxes of the grid, half a sample each, takes from the edges.
  private static let dimming = 1.03

  /// The standard deviation of the edges, in grey levels.
  let edges: Double
  /// The standard deviation of the counts of the 256 grey levels.
  let histogram: Double

  /// Measures a picture of any size.
  init(_ grid: LumaGrid, width: Int, height: Int) {
    let (across, down) = (grid.across.boxes, grid.down.boxes)
    let size = Self.size(width, height)
    let small = SideResampling.resample(
      grid.luma, width: across,
      across: SideResampling(bicubicFrom: across, to: min(size.width, across)),
      down: SideResampling(bicubicFrom: down, to: min(size.height, down)))
    let grey = small.map { UInt8(max(0, min($0 + 0.5, 255))) }
    let seen = Self.deviation(Self.edges(grey, width: min(size.width, across)))
    edges = max(width, height) > max(across, down) ? seen * Self.dimming : seen
    var counts = [Int](repeating: 0, count: 256)
    for sample in grey { counts[Int(sample)] += 1 }
    histogram = Self.deviation(counts)
  }

  private static func size(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
    let most = max(width, height)
    guard most > longest else { return (width, height) }
    return (max(1, width * longest / most), max(1, height * longest / most))
  }

  /// Eight times each sample less its neighbours, cut to 0…255; border samples stay.
  private static func edges(_ grey: [UInt8], width: Int) -> [UInt8] {
    var result = grey
    unsafe imgds_likeness_edges(grey, width, grey.count / width, &result)
    return result
  }

  private static func deviation(_ values: [some BinaryInteger]) -> Double {
    let count = Double(values.count)
    var (sum, squares) = (0, 0)
    for value in values {
      sum += Int(value)
      squares += Int(value) * Int(value)
    }
    let (whole, square) = (Double(sum), Double(squares))
    return (max(0, square - whole * whole / count) / count).squareRoot()
  }
}
