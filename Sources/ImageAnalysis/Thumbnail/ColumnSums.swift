/// Sums of rows of 8-bit samples, by column and then by box, colours weighed by their alpha.
struct ColumnSums {
  private let channels: Int
  private let count: Int
  private let edges: [Int]
  private var columns: [SIMD16<UInt16>]
  private var rows = 0
  /// The sums of each box since the last ``clear()``, channel by channel; what is beyond the
  /// picture's channels is meaningless.
  private(set) var boxes: [SIMD4<UInt32>]

  /// Makes sums for rows whose pixels, of `channels` samples, fall into the boxes between `edges`.
  init(edges: [Int], channels: Int) {
    self.edges = edges
    self.channels = channels
    count = edges[edges.count - 1] * channels
    columns = Array(repeating: .zero, count: count / 16 + 2)
    boxes = Array(repeating: .zero, count: edges.count - 1)
  }

  /// Adds a row of as many samples as there are columns.
  mutating func add(_ row: Span<UInt8>) {
    if PixelRows.isOpaque(row, count: count, channels: channels) {
      RowLoops.add(row, count: count, to: &columns)
    } else if channels == 4 {
      add(row) { Self.weighed($0, channels: 4) }
    } else {
      add(row) { Self.weighed($0, channels: 2) }
    }
    rows += 1
    // A column holds 257 samples of 255 at most.
    if rows == 257 { gather() }
  }

  /// Adds what `widened` makes of each 16 samples of a row.
  @inline(__always)
  private mutating func add(
    _ row: Span<UInt8>, _ widened: (SIMD16<UInt8>) -> SIMD16<UInt16>
  ) {
    let whole = count / 16
    let rest = (whole * 16)..<count
    var sums = columns.mutableSpan
    for block in 0..<whole {
      sums[block] &+= widened(row.vector(at: block * 16, as: SIMD16<UInt8>.self))
    }
    guard !rest.isEmpty else { return }
    var last = SIMD16<UInt8>()
    for index in rest { last[index % 16] = row[index] }
    sums[whole] &+= widened(last)
  }

  /// Colours times alpha, rounded to 8 bits, of 4 RGBA or 8 grey-alpha pixels; alpha stays.
  @inline(__always)
  private static func weighed(_ samples: SIMD16<UInt8>, channels: Int) -> SIMD16<UInt16> {
    let wide = SIMD16<UInt16>(truncatingIfNeeded: samples)
    let alpha =
      channels == 4
      ? SIMD16<UInt16>(
        wide[3], wide[3], wide[3], 255, wide[7], wide[7], wide[7], 255,
        wide[11], wide[11], wide[11], 255, wide[15], wide[15], wide[15], 255)
      : SIMD16<UInt16>(
        wide[1], 255, wide[3], 255, wide[5], 255, wide[7], 255,
        wide[9], 255, wide[11], 255, wide[13], 255, wide[15], 255)
    let product = wide &* alpha &+ 128
    return (product &+ (product &>> 8)) &>> 8
  }

  /// Brings the columns into the boxes.
  mutating func gather() {
    RowLoops.gather(columns, channels: channels, between: edges, into: &boxes)
    var columns = columns.mutableSpan
    for index in columns.indices { columns[index] = .zero }
    rows = 0
  }

  /// Starts the boxes anew.
  mutating func clear() {
    for index in boxes.indices { boxes[index] = .zero }
  }
}
