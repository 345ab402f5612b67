import CArithmetic
import TestKit
import Testing

@testable import ImageAnalysis

/// The loops over rows against their definitions, bit by bit.
@Suite struct RowLoopsTests {
  private static let widths = imgds_has_wide_vectors() ? [false, true] : [false]

  @Test(arguments: 1...4)
  func `columns are summed into boxes channel by channel`(channels: Int) {
    for width in [1, 2, 5, 16, 61, 257] {
      var noise = Noise(seed: width)
      let edges = GridAxis(length: width, boxes: min(width, 7)).edges
      let rows = (0..<5).map { _ in (0..<width * channels).map { _ in noise.byte() } }
      var columns = [SIMD16<UInt16>](repeating: .zero, count: width * channels / 16 + 2)
      for row in rows { RowLoops.add(row.span, count: row.count, to: &columns) }
      var boxes = [SIMD4<UInt32>](repeating: SIMD4(repeating: 1), count: edges.count - 1)
      RowLoops.gather(columns, channels: channels, between: edges, into: &boxes)
      for box in boxes.indices {
        for channel in 0..<channels {
          let places = (edges[box]..<edges[box + 1]).map { $0 * channels + channel }
          let sum = rows.summed(at: places)
          #expect(boxes[box][channel] == sum + 1)
        }
      }
    }
  }

  @Test(arguments: widths, [0, 1, 15, 16, 17, 300])
  func `samples are added to their columns`(isWide: Bool, count: Int) {
    var noise = Noise(seed: count)
    let row = (0..<count + 9).map { _ in noise.byte() }
    var columns = (0..<count + 9).map { UInt16(257 - $0 % 256) }
    let before = columns
    unsafe imgds_columns_add(isWide, &columns, row, count)
    let expected = zip(before, row).enumerated().map { index, pair in
      index < count ? pair.0 + UInt16(pair.1) : pair.0
    }
    #expect(columns == expected)
  }

  @Test(arguments: widths, [1, 7, 8, 31, 128])
  func `rows are weighed one after the other`(isWide: Bool, width: Int) {
    var noise = Noise(seed: width)
    let rows = (0..<width * 9).map { _ in Float.random(in: -300...300, using: &noise) }
    let (firsts, starts) = ([0, 0, 3, 8, 9], [0, 3, 4, 9, 10, 10])
    let weights = (0..<10).map { _ in Float.random(in: -1...1, using: &noise) }
    var result = [Float](repeating: .nan, count: width * firsts.count)
    unsafe imgds_rows_weigh(isWide, rows, width, firsts, starts, weights, firsts.count, &result)
    for (index, first) in firsts.enumerated() {
      for x in 0..<width {
        let own = starts[index]..<starts[index + 1]
        let sum = own.reduce(Float(0)) { sum, tap in
          sum + rows[(first + tap - own.lowerBound) * width + x] * weights[tap]
        }
        #expect(result[index * width + x] == sum)
      }
    }
  }

  @Test func `rows become columns`() {
    #expect(RowLoops.turn([1, 2, 3, 4, 5, 6], width: 3) == [1, 4, 2, 5, 3, 6])
  }

  @Test(arguments: 1...4)
  func `pixels are counted at their places and no others`(channels: Int) {
    var noise = Noise(seed: channels)
    let row = (0..<100 * channels).map { _ in noise.byte() }
    var values = [UInt32](repeating: 0, count: channels * 256)
    var brightness = [UInt32](repeating: 0, count: 3_969)
    let counted = RowLoops.count(
      row.span, channels: channels, (first: 3, step: 7, end: 100), in: &values, &brightness)
    var (expectedValues, expectedBrightness) = (
      values.map { _ in UInt32(0) }, brightness.map { _ in UInt32(0) }
    )
    let places = Array(stride(from: 3, to: 100, by: 7))
    for place in places {
      let pixel = (0..<channels).map { Int(row[place * channels + $0]) }
      for (channel, value) in pixel.enumerated() { expectedValues[channel * 256 + value] += 1 }
      let (red, green, blue) =
        channels < 3 ? (pixel[0], pixel[0], pixel[0]) : (pixel[0], pixel[1], pixel[2])
      expectedBrightness[(241 * red * red + 691 * green * green + 68 * blue * blue) >> 14] += 1
    }
    #expect(counted == places.count && values == expectedValues && brightness == expectedBrightness)
  }

  @Test func `luma is what the sums weigh over the pixels of a box`() {
    let sums: [SIMD4<UInt32>] = [SIMD4(2_550, 0, 0, 9), SIMD4(3, 1_000, 20, 5_000)]
    var luma: [Float] = [-1, -1, -1, -1]
    RowLoops.luma(
      sums, between: [0, 1, 4], rows: 10, weights: [0.299, 0.587, 0.114, -1], white: 255, to: &luma,
      at: 1)
    let weighed = SIMD4<Float>(3, 1_000, 20, 5_000) * SIMD4<Float>(0.299, 0.587, 0.114, -1)
    let first: Float = 2_550 * 0.299 + 0 + 0 - 9
    #expect(luma == [-1, 255 + first * (1 / 10), 255 + weighed.sum() * (1 / 30), -1])
  }
}

extension [[UInt8]] {
  /// The sum of what all rows hold at some places.
  fileprivate func summed(at places: [Int]) -> UInt32 {
    reduce(0) { sum, row in places.reduce(sum) { $0 + UInt32(row[$1]) } }
  }
}
