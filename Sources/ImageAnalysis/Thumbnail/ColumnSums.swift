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
    let isOpaque = PixelRows.isOpaque(row, count: count, channels: channels)
    let weigh = isOpaque ? nil : channels
    let whole = count / 16
    for block in 0..<whole {
      columns[block] &+= Self.weighed(row.vector(at: block * 16, as: SIMD16<UInt8>.self), weigh)
    }
    if whole * 16 < count {
      var rest = SIMD16<UInt8>()
      for index in (whole * 16)..<count { rest[index % 16] = row[index] }
      columns[whole] &+= Self.weighed(rest, weigh)
    }
    rows += 1
    // A column holds 257 samples of 255 at most.
    if rows == 257 { gather() }
  }

  /// Colours times alpha, rounded to 8 bits, of 4 RGBA or 8 grey-alpha pixels; alpha stays.
  @inline(__always)
  private static func weighed(_ samples: SIMD16<UInt8>, _ channels: Int?) -> SIMD16<UInt16> {
    let wide = SIMD16<UInt16>(truncatingIfNeeded: samples)
    guard let channels else { return wide }
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
    var columns: [SIMD16<UInt16>] = []
    swap(&columns, &self.columns)
    let stride = channels * 2
    for box in 0..<boxes.count {
      var total = SIMD4<UInt32>()
      for pixel in edges[box]..<edges[box + 1] {
        total &+= SIMD4<UInt32>(
          truncatingIfNeeded: columns.span.vector(at: pixel * stride, as: SIMD4<UInt16>.self))
      }
      boxes[box] &+= total
    }
    for index in 0..<columns.count { columns[index] = .zero }
    swap(&columns, &self.columns)
    rows = 0
  }

  /// Starts the boxes anew.
  mutating func clear() {
    for index in 0..<boxes.count { boxes[index] = .zero }
  }
}
