internal import CArithmetic

/// The loops over every sample of a picture, or of its grid, which are C for the sake of vectors.
enum RowLoops {
  static let hasWideVectors = imgds_has_wide_vectors()

  /// Adds each of `count` samples to its column.
  static func add(
    _ row: Span<UInt8>, count: Int, to columns: inout [SIMD16<UInt16>]
  ) {
    precondition(count <= row.count && count <= columns.count * 16)
    unsafe row.withUnsafeBufferPointer { row in
      guard let row = row.baseAddress else { return }
      unsafe imgds_columns_add(hasWideVectors, &columns, row, count)
    }
  }

  /// Adds to each box, channel by channel, the columns of the pixels between its edges.
  static func gather(
    _ columns: [SIMD16<UInt16>], channels: Int, between edges: [Int],
    into boxes: inout [SIMD4<UInt32>]
  ) {
    precondition(edges.count == boxes.count + 1 && edges[0] == 0)
    precondition(columns.count * 16 >= edges[boxes.count] * channels + 4)
    unsafe imgds_columns_gather(columns, channels, edges, boxes.count, &boxes)
  }

  /// Writes the luma of boxes of `rows` rows from an index on: white and what weighs the sums added.
  static func luma(
    _ sums: [SIMD4<UInt32>], between edges: [Int], rows: Int, weights: SIMD4<Float>, white: Float,
    to luma: inout [Float], at first: Int
  ) {
    precondition(edges.count == sums.count + 1 && first + sums.count <= luma.count)
    var luma = luma.mutableSpan
    unsafe luma.withUnsafeMutableBufferPointer { luma in
      guard let luma = luma.baseAddress else { return }
      let weights = [weights[0], weights[1], weights[2], weights[3]]
      unsafe imgds_luma(sums, edges, sums.count, Float(rows), weights, white, luma + first)
    }
  }

  /// Counts every `step`th pixel of a row from `first` on below `end`, the values of each channel and
  /// the squares of brightness, and gives their number.
  static func count(
    _ row: Span<UInt8>, channels: Int, _ places: (first: Int, step: Int, end: Int),
    in values: inout [UInt32], _ brightness: inout [UInt32]
  ) -> Int {
    precondition(places.first >= 0 && places.step > 0 && places.end * channels <= row.count)
    precondition(values.count >= channels * 256 && brightness.count > (255 * 255 * 1000) >> 14)
    return unsafe row.withUnsafeBufferPointer { row in
      guard let row = row.baseAddress else { return 0 }
      return unsafe imgds_pixels_count(
        row, channels, places.first, places.step, places.end, &values, &brightness)
    }
  }

  /// Weighs rows of `width` numbers: each result is the sum of the rows from its first on, as many as
  /// it has weights between its start and the next.
  static func weigh(
    _ rows: [Float], width: Int, firsts: [Int], starts: [Int], weights: [Float]
  ) -> [Float] {
    precondition(starts.count == firsts.count + 1 && starts[firsts.count] == weights.count)
    for index in firsts.indices {
      precondition(firsts[index] >= 0 && starts[index] <= starts[index + 1])
      precondition((firsts[index] + starts[index + 1] - starts[index]) * width <= rows.count)
    }
    var result = [Float](repeating: 0, count: firsts.count * width)
    unsafe imgds_rows_weigh(
      hasWideVectors, rows, width, firsts, starts, weights, firsts.count, &result)
    return result
  }

  /// Rows of `width` numbers as columns.
  static func turn(_ rows: [Float], width: Int) -> [Float] {
    precondition(width > 0 && rows.count.isMultiple(of: width))
    var turned = [Float](repeating: 0, count: rows.count)
    unsafe imgds_rows_turn(rows, width, rows.count / width, &turned)
    return turned
  }
}
