internal import CArithmetic

/// Pixels packed as 0xBBGGRR, up to a number set before.
///
/// A row of them is written at once, by loops that are C for the sake of vectors.
struct PixelList {
  /// The pixels, and behind them room for more.
  private(set) var storage: [UInt32]
  /// How many there are.
  private(set) var count = 0

  /// Makes an empty list.
  init(capacity: Int) {
    storage = Array(repeating: 0, count: capacity)
  }

  var isEmpty: Bool { count == 0 }

  /// Adds the first pixels of a row of 1 or 3 channels, and writes their luma from an index on.
  mutating func keep(
    _ row: Span<UInt8>, channels: Int, count added: Int, luma: inout [Float], at first: Int
  ) {
    precondition(added * channels <= row.count && first + added <= luma.count)
    unsafe append(atMost: added) { pixels in
      unsafe row.withUnsafeBufferPointer { row in
        guard let row = row.baseAddress else { return 0 }
        var luma = luma.mutableSpan
        unsafe luma.withUnsafeMutableBufferPointer { luma in
          guard let luma = luma.baseAddress else { return }
          unsafe imgds_pixels_keep(row, channels, added, pixels, luma + first)
        }
        return added
      }
    }
  }

  /// Adds the pixels that are taken from a row and are at least half opaque.
  mutating func take(_ row: Span<UInt8>, channels: Int, _ places: imgds_sampling) {
    precondition(places.first < places.boxes && (places.last + 1) * channels <= row.count)
    unsafe append(atMost: (places.boxes - places.first - 1) / places.step + 1) { pixels in
      unsafe row.withUnsafeBufferPointer { row in
        guard let row = row.baseAddress else { return 0 }
        return unsafe imgds_pixels_take(row, channels, places, pixels)
      }
    }
  }

  /// Adds the averages of boxes of `rows` rows that are at least half opaque, and writes the luma of
  /// all of them over white from an index on.
  ///
  /// `sums` are those of the boxes' colours weighed by alpha, over as many pixels as `rows` times what
  /// `edges` tell.
  mutating func average(
    _ sums: [SIMD4<UInt32>], edges: [Int], rows: Int, channels: Int, luma: inout [Float],
    at first: Int
  ) {
    precondition(edges.count == sums.count + 1 && first + sums.count <= luma.count)
    unsafe append(atMost: sums.count) { pixels in
      var luma = luma.mutableSpan
      return unsafe luma.withUnsafeMutableBufferPointer { luma in
        guard let luma = luma.baseAddress else { return 0 }
        return unsafe imgds_boxes_average(
          sums, edges, sums.count, rows, channels, pixels, luma + first)
      }
    }
  }

  /// Adds what is written where the list ends, and there is to be room for.
  private mutating func append(
    atMost most: Int, _ write: (UnsafeMutablePointer<UInt32>) -> Int
  ) {
    precondition(count + most <= storage.count)
    let end = count
    var room = storage.mutableSpan
    let added = unsafe room.withUnsafeMutableBufferPointer { room in
      guard let start = room.baseAddress else { return 0 }
      return unsafe write(start + end)
    }
    count = end + added
  }
}
