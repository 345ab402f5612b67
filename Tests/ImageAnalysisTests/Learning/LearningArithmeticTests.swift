import Testing

@testable import ImageAnalysis

struct LearningArithmeticTests {
  private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var random = RandomNumbers(seed: seed)
    return (0..<count).map { _ in Float(random.next(below: 2_001) - 1_000) / 1_000 }
  }

  @Test func `random numbers fill their range`() {
    var random = RandomNumbers(seed: 3)
    let drawn = Set((0..<1_000).map { _ in random.next(below: 10) })
    #expect(drawn == Set(0..<10))
  }

  @Test func `inner products are sums of products`() {
    let (left, right) = (Self.numbers(6 * 20, seed: 1), Self.numbers(8 * 20, seed: 2))
    var sums = [Float](repeating: 0.5, count: 48)
    InnerProducts.add(left.span, right.span, depth: 20, to: &sums)
    for row in 0..<6 {
      for column in 0..<8 {
        let wanted = (0..<20).reduce(Float(0.5)) {
          $0 + left[row * 20 + $1] * right[column * 20 + $1]
        }
        #expect(abs(sums[row * 8 + column] - wanted) < 1e-5)
      }
    }
  }

  @Test(arguments: [0, -0.001, -0.5, -1, -3.7, -20, -79] as [Float])
  func `the fast exponential is one`(power: Float) {
    let fast = FastExponential.of(SIMD4(power, power / 2, 0, -1_000))
    let (first, second) = (
      Float(Elementary.exponential(Double(power))), Float(Elementary.exponential(Double(power / 2)))
    )
    #expect(abs(fast[0] / first - 1) < 4e-7)
    #expect(abs(fast[1] / second - 1) < 4e-7)
    #expect(fast[2] == 1)
    #expect(fast[3] < 1e-30)
  }

  /// A matrix of more than one tile, and not a whole number of them.
  @Test func `a triangular factor solves equations and knows the inverse's diagonal`() throws {
    let size = 130
    let rows = (0..<size).map { Self.numbers(12, seed: UInt64($0)) }
    let matrix = rows.map { row in
      rows.map { other in zip(row, other).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
    }
    let tiles = Tiles(rows: matrix, width: size)
    let factor = try TriangularFactor(tiles, ridge: 2, spreader: SerialWork())
    let right = [Self.numbers(size, seed: 500), Self.numbers(size, seed: 501)]
    let solved = try factor.solved(Tiles(rows: right, width: size), spreader: SerialWork())
    for (number, wanted) in right.enumerated() {
      let solution = solved.row(number)
      for row in 0..<size {
        let sum = (0..<size).reduce(2 * solution[row]) { $0 + matrix[row][$1] * solution[$1] }
        #expect(abs(sum - wanted[row]) < 1e-3)
      }
    }
    let unit = (0..<size).map { $0 == 100 ? Float(1) : 0 }
    let column = try factor.solved(Tiles(rows: [unit], width: size), spreader: SerialWork())
    #expect(abs(factor.inverseDiagonal[100] - column.row(0)[100]) < 1e-4)
  }

  @Test func `calibrated scores are as sure as they are right`() {
    // Of pictures of which nine in ten are of the class that scores best, it is nine tenths likely.
    let scores = (0..<200).map { _ in [Float(0.3), -0.3] }
    let calibration = Calibration(scores, labels: (0..<200).map { $0 % 10 == 0 ? 1 : 0 })
    #expect(abs(calibration.probabilities([0.3, -0.3])[0] - 0.9) < 0.01)
  }
}
