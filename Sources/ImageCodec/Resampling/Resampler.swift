/// Makes a picture another size while its rows come: Lanczos (``LanczosWeights``), rows first, then
/// columns, on the stored values as they are, without gamma.
///
/// Held are as many rows as windows overlap, and the result. A picture that the decoder has reduced
/// already is taken for what it is: its columns are eighths of the whole ones'.
package struct Resampler: RowConsumer {
  private let plan: ResizePlan
  private var vectors = PixelVectors(PixelLayout(width: 1, height: 1, channels: 1, bitDepth: 8))
  private var across = LanczosWeights(kept: 0..<1, of: 1, count: 1)
  private var down = LanczosWeights(kept: 0..<1, of: 1, count: 1)
  private var row: [SIMD4<Float>] = []
  /// Rows of the result under way, each as wide as the source.
  private var sums: [[SIMD4<Float>]] = []
  /// The first row of the result that is not finished.
  private var next = 0
  /// The result, whole when the last row has come.
  package private(set) var picture: PixelBuffer

  package init(_ plan: ResizePlan) {
    self.plan = plan
    picture = PixelBuffer(
      layout: PixelLayout(width: plan.width, height: plan.height, channels: 1, bitDepth: 8),
      samples: [])
  }

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    vectors = PixelVectors(layout)
    let scale = Self.scale(from: header.width, to: layout.width)
    across = LanczosWeights(
      kept: Self.scaled(plan.columns, by: scale), of: layout.width, count: plan.width)
    down = LanczosWeights(
      kept: Self.scaled(plan.rows, by: scale), of: layout.height, count: plan.height)
    picture.layout = PixelLayout(
      width: plan.width, height: plan.height, channels: layout.channels,
      bitDepth: layout.bitDepth)
    picture.samples = [UInt8](repeating: 0, count: picture.layout.bytesPerRow * plan.height)
    row = [SIMD4<Float>](repeating: .zero, count: layout.width)
    sums = [[SIMD4<Float>]](repeating: row, count: Self.overlap(of: down.windows))
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    guard next < plan.height, down.windows[next].lowerBound <= y else { return }
    vectors.read(samples, into: &row)
    var target = next
    while target < plan.height, down.windows[target].lowerBound <= y {
      let window = down.windows[target]
      if window.contains(y) {
        let weight = down.weights[down.starts[target] + y - window.lowerBound]
        Self.add(row, times: weight, to: &sums[target % sums.count])
      }
      if window.upperBound == y + 1 { finish(target) }
      target += 1
    }
  }

  /// Which eighths of the whole picture the decoder gives (libjpeg rounds sides up).
  private static func scale(from whole: Int, to reduced: Int) -> Double {
    let eighths = [8, 4, 2, 1].first { (whole * $0 + 7) / 8 == reduced }
    return eighths.map { Double($0) / 8 } ?? Double(reduced) / Double(whole)
  }

  private static func scaled(_ range: Range<Double>, by scale: Double) -> Range<Double> {
    range.lowerBound * scale..<range.upperBound * scale
  }

  /// The most windows that are open at once.
  private static func overlap(of windows: [Range<Int>]) -> Int {
    var most = 1
    var first = 0
    for place in windows.indices {
      while windows[first].upperBound <= windows[place].lowerBound { first += 1 }
      most = max(most, place - first + 1)
    }
    return most
  }

  private static func add(
    _ row: [SIMD4<Float>], times weight: Float, to sums: inout [SIMD4<Float>]
  ) {
    let source = row.span
    var target = sums.mutableSpan
    for x in 0..<min(source.count, target.count) { target[x] += source[x] * weight }
  }

  /// Weighs the columns of a row into the result and makes room for another.
  private mutating func finish(_ target: Int) {
    let slot = target % sums.count
    Self.weigh(
      sums[slot], by: across, vectors, into: &picture.samples,
      at: target * picture.layout.bytesPerRow, apart: picture.layout.bytesPerRow / plan.width)
    for x in sums[slot].indices { sums[slot][x] = .zero }
    next = target + 1
  }

  /// Writes a row of pixels from a place on, each so many bytes behind the last.
  private static func weigh(
    _ row: [SIMD4<Float>], by across: LanczosWeights, _ vectors: PixelVectors,
    into samples: inout [UInt8], at start: Int, apart size: Int
  ) {
    let source = row.span
    let weights = across.weights.span
    var result = samples.mutableSpan
    for x in across.windows.indices {
      var sum = SIMD4<Float>()
      var weight = across.starts[x]
      for column in across.windows[x] {
        sum += source[column] * weights[weight]
        weight += 1
      }
      vectors.write(sum, to: &result, at: start + x * size)
    }
  }
}
