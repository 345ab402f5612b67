/// How the samples of one side of a picture are weighed into fewer or more.
struct SideResampling {
  /// The first source sample of each result, and the weights from there on, which sum to 1.
  private let taps: [(first: Int, weights: [Float])]

  var count: Int { taps.count }

  /// Area averages: `parts` equal parts of a side whose boxes lie between `edges`.
  init(areasOf edges: [Int], parts: Int) {
    let length = Float(edges[edges.count - 1])
    var first = 0
    taps = (0..<parts).map { part in
      let from = length * Float(part) / Float(parts)
      let to = length * Float(part + 1) / Float(parts)
      while first + 2 < edges.count, Float(edges[first + 1]) <= from { first += 1 }
      var weights: [Float] = []
      var box = first
      while box + 1 < edges.count, Float(edges[box]) < to {
        weights.append(min(to, Float(edges[box + 1])) - max(from, Float(edges[box])))
        box += 1
      }
      return (first, Self.normalised(weights))
    }
  }

  /// Bicubic interpolation.
  ///
  /// The kernel is that of R. Keys 1981 with a = −½.
  init(bicubicFrom length: Int, to parts: Int) {
    self.init(from: length, to: parts, reach: 2, kernel: Self.cubic)
  }

  /// Linear interpolation.
  init(linearFrom length: Int, to parts: Int) {
    self.init(from: length, to: parts, reach: 1) { max(0, 1 - abs($0)) }
  }

  /// Interpolation with a kernel that is 0 beyond `reach`, widened where the side shrinks as Pillow
  /// does.
  private init(from length: Int, to parts: Int, reach: Float, kernel: (Float) -> Float) {
    let scale = Float(length) / Float(parts)
    let spread = max(scale, 1)
    taps = (0..<parts).map { part in
      let centre = (Float(part) + 0.5) * scale
      let first = max(0, Int(centre - reach * spread + 0.5))
      let end = min(length, Int(centre + reach * spread + 0.5))
      let weights = (first..<end).map { kernel((Float($0) + 0.5 - centre) / spread) }
      return (first, Self.normalised(weights))
    }
  }

  private static func cubic(_ offset: Float) -> Float {
    let x = abs(offset)
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
  }

  private static func normalised(_ weights: [Float]) -> [Float] {
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Resamples a picture of rows of `width` samples: down by `down`, then across by `across`.
  static func resample(
    _ source: [Float], width: Int, across: SideResampling, down: SideResampling
  ) -> [Float] {
    var low = [Float](repeating: 0, count: width * down.count)
    for (y, tap) in down.taps.enumerated() {
      let rows = source.span.extracting((tap.first * width)...)
      for first in stride(from: 0, to: width - 15, by: 16) {
        var sum = SIMD16<Float>()
        for (index, weight) in tap.weights.enumerated() {
          sum += rows.vector16(at: index * width + first) * weight
        }
        for lane in 0..<16 { low[y * width + first + lane] = sum[lane] }
      }
      for x in (width & ~15)..<width {
        for (index, weight) in tap.weights.enumerated() {
          low[y * width + x] += weight * rows[index * width + x]
        }
      }
    }
    var result = [Float](repeating: 0, count: across.count * down.count)
    for (x, tap) in across.taps.enumerated() {
      for y in 0..<down.count {
        var sum: Float = 0
        let first = y * width + tap.first
        for (index, weight) in tap.weights.enumerated() { sum += weight * low[first + index] }
        result[y * across.count + x] = sum
      }
    }
    return result
  }
}
