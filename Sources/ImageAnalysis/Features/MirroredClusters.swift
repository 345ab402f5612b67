/// Spherical k-means over rows that come in mirrored pairs, whose centres come in pairs too.
struct MirroredClusters {
  private let plain: [Float]
  private let mirrored: [Float]
  private let pairs: Int
  private var depth: Int { PatchField.depth }

  /// Unit vectors: ``pairs`` of them, then their mirror images.
  private(set) var centres: [Float]

  /// Begins with the first rows as centres; rows are a multiple of 12.
  init(plain: [Float], mirrored: [Float], pairs: Int) {
    let count = pairs * PatchField.depth
    self.plain = plain
    self.mirrored = mirrored
    self.pairs = pairs
    centres = Self.unit(Array(plain[..<count])) + Self.unit(Array(mirrored[..<count]))
  }

  /// Moves every centre to the middle of the rows that are nearest to it.
  ///
  /// One that none is nearest to begins anew at a row of its own.
  mutating func refine(spreader: some WorkSpreader) throws(WorkStopped) {
    let nearest = try nearest(spreader)
    var (sums, mirrors) = (
      [Float](repeating: 0, count: pairs * depth), [Float](repeating: 0, count: pairs * depth)
    )
    var met = [Bool](repeating: false, count: pairs)
    for (row, centre) in nearest.enumerated() {
      let isMirrored = centre >= pairs
      let pair = isMirrored ? centre - pairs : centre
      met[pair] = true
      add(isMirrored ? mirrored : plain, row, to: &sums, pair)
      add(isMirrored ? plain : mirrored, row, to: &mirrors, pair)
    }
    var random = RandomNumbers(seed: 1)
    for pair in 0..<pairs where !met[pair] {
      let row = random.next(below: nearest.count)
      add(plain, row, to: &sums, pair)
      add(mirrored, row, to: &mirrors, pair)
    }
    centres = Self.unit(sums) + Self.unit(mirrors)
  }

  private func add(_ rows: [Float], _ row: Int, to sums: inout [Float], _ pair: Int) {
    for index in 0..<depth { sums[pair * depth + index] += rows[row * depth + index] }
  }

  /// The centre with which each row has the largest product.
  private func nearest(_ spreader: some WorkSpreader) throws(WorkStopped) -> [Int] {
    let (rows, centres, depth) = (plain, centres, depth)
    let (count, step) = (rows.count / depth, 600)
    let columns = centres.count / depth
    return try spreader.map((count + step - 1) / step) { part in
      let range = (part * step)..<min(count, (part + 1) * step)
      var products = [Float](repeating: 0, count: range.count * columns)
      InnerProducts.add(
        rows.span.extracting((range.lowerBound * depth)..<(range.upperBound * depth)),
        centres.span, depth: depth, to: &products)
      return range.indices.map { row in
        let first = (row - range.lowerBound) * columns
        return (0..<columns).reduce(0) {
          products[first + $1] > products[first + $0] ? $1 : $0
        }
      }
    }.flatMap { $0 }
  }

  private static func unit(_ rows: [Float]) -> [Float] {
    let depth = PatchField.depth
    var rows = rows
    for first in stride(from: 0, to: rows.count, by: depth) {
      let square = rows[first..<first + depth].reduce(0) { $0 + $1 * $1 }
      let factor = 1 / (square.squareRoot() + 1e-6)
      for index in first..<first + depth { rows[index] *= factor }
    }
    return rows
  }
}
