/// Inner products of many rows with many others: the loop in which learning spends its time.
enum InnerProducts {
  /// The rows of the left side are taken three at a time, those of the right side four: with their
  /// 12 sums they fill the 16 vector registers that every 64-bit processor has.
  static let leftStep = 3
  static let rightStep = 4
  /// The numbers in a row are a multiple of this.
  static let depthStep = 4

  /// Adds to `sums` the products of each row of `left` with each row of `right`.
  ///
  /// - Parameters:
  ///   - left: rows of `depth` numbers one behind the other, a multiple of ``leftStep`` of them.
  ///   - right: the same, a multiple of ``rightStep``.
  ///   - sums: a row for each of the left side, a column for each of the right.
  ///
  /// The order of additions depends on `depth` alone, so results are the same to the last bit however
  /// the rows are cut up.
  static func add(_ left: Span<Float>, _ right: Span<Float>, depth: Int, to sums: inout [Float]) {
    let (rows, columns) = (left.count / depth, right.count / depth)
    precondition(
      rows.isMultiple(of: leftStep) && columns.isMultiple(of: rightStep)
        && depth.isMultiple(of: depthStep) && sums.count == rows * columns)
    var sums = sums.mutableSpan
    for column in stride(from: 0, to: columns, by: rightStep) {
      for row in stride(from: 0, to: rows, by: leftStep) {
        let block = block(left, row, right, column, depth)
        let place = row * columns + column
        for index in 0..<rightStep {
          sums[place + index] += block.0[index]
          sums[place + columns + index] += block.1[index]
          sums[place + 2 * columns + index] += block.2[index]
        }
      }
    }
  }

  /// The products of three rows with four.
  @inline(__always)
  private static func block(
    _ left: Span<Float>, _ row: Int, _ right: Span<Float>, _ column: Int, _ depth: Int
  ) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
    var (a0, a1, a2, a3) = (SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>())
    var (b0, b1, b2, b3) = (a0, a0, a0, a0)
    var (c0, c1, c2, c3) = (a0, a0, a0, a0)
    // The caller has checked that all of these are there.
    var (one, two, three) = (row &* depth, (row &+ 1) &* depth, (row &+ 2) &* depth)
    var four = column &* depth
    let end = one &+ depth
    while one < end {
      let x = left.unchecked4(at: one)
      let y = left.unchecked4(at: two)
      let z = left.unchecked4(at: three)
      let p = right.unchecked4(at: four)
      a0 += x * p
      b0 += y * p
      c0 += z * p
      let q = right.unchecked4(at: four &+ depth)
      a1 += x * q
      b1 += y * q
      c1 += z * q
      let r = right.unchecked4(at: four &+ 2 &* depth)
      a2 += x * r
      b2 += y * r
      c2 += z * r
      let s = right.unchecked4(at: four &+ 3 &* depth)
      a3 += x * s
      b3 += y * s
      c3 += z * s
      one &+= depthStep
      two &+= depthStep
      three &+= depthStep
      four &+= depthStep
    }
    return (across(a0, a1, a2, a3), across(b0, b1, b2, b3), across(c0, c1, c2, c3))
  }

  /// The sums of four vectors.
  @inline(__always)
  private static func across(
    _ a: SIMD4<Float>, _ b: SIMD4<Float>, _ c: SIMD4<Float>, _ d: SIMD4<Float>
  ) -> SIMD4<Float> {
    let first = SIMD4(a[0], b[0], c[0], d[0]) + SIMD4(a[1], b[1], c[1], d[1])
    let second = SIMD4(a[2], b[2], c[2], d[2]) + SIMD4(a[3], b[3], c[3], d[3])
    return first + second
  }
}
