import CArithmetic
import TestKit
import Testing

/// The loops of likeness and sharpness against their definitions, bit by bit.
@Suite struct LikenessLoopsTests {
  private static let widths = imgds_has_wide_vectors() ? [false, true] : [false]

  @Test(arguments: widths, [4, 64])
  func `rows and then columns are weighed, each sum in its order`(isWide: Bool, side: Int) {
    var noise = Noise(seed: side)
    let grey = (0..<side * side).map { _ in Float(noise.byte()) }
    let basis = (0..<side).map { _ in SIMD16<Float>.random(in: -1...1, using: &noise) }
    var rows = [SIMD16<Float>](repeating: .zero, count: side)
    unsafe imgds_likeness_across(isWide, grey, side, basis, &rows)
    let expected = (0..<side).map { y in
      (0..<side).reduce(SIMD16<Float>()) { $0 + basis[$1] * grey[y * side + $1] }
    }
    #expect(rows == expected)
    var result = [SIMD16<Float>](repeating: .zero, count: 12)
    unsafe imgds_likeness_down(isWide, rows, side, basis, &result)
    for order in 0..<12 {
      #expect(
        result[order]
          == (0..<side).reduce(SIMD16<Float>()) { $0 + rows[$1] * basis[$1][order] })
    }
  }

  @Test(arguments: [1, 2, 3, 17, 64], [1, 2, 3, 40])
  func `an edge is a sample less its neighbours, but at the border`(width: Int, height: Int) {
    var noise = Noise(seed: width * height)
    let grey = (0..<width * height).map { _ in noise.byte() }
    var edges = [UInt8](repeating: 0, count: grey.count)
    unsafe imgds_likeness_edges(grey, width, height, &edges)
    for (place, edge) in edges.enumerated() {
      let (x, y) = (place % width, place / width)
      guard x > 0, y > 0, x + 1 < width, y + 1 < height else {
        #expect(edge == grey[place])
        continue
      }
      let all = [-width, 0, width].flatMap { [$0 - 1, $0, $0 + 1] }
      let sum = all.reduce(0) { $0 + Int(grey[place + $1]) }
      #expect(Int(edge) == max(0, min(9 * Int(grey[place]) - sum, 255)))
    }
  }
}
