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

  /// Bicubic interpolation (R. Keys 1981, a = −½), widened where the side shrinks as Pillow does.
  init(bicubicFrom length: Int, to parts: Int) {
    let scale = Float(length) / Float(parts)
    let spread = max(scale, 1)
    taps = (0..<parts).map { part in
      let centre = (Float(part) + 0.5) * scale
      let first = max(0, Int(centre - 2 * spread + 0.5))
      let end = min(length, Int(centre + 2 * spread + 0.5))
      let weights = (first..<end).map { Self.cubic((Float($0) + 0.5 - centre) / spread) }
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

  /// Resamples a picture of rows of `width` samples: across by `across`, down by `down`.
  static func resample(
    _ source: [Float], width: Int, across: SideResampling, down: SideResampling
  ) -> [Float] {
    let height = source.count / width
    var narrow = [Float](repeating: 0, count: height * across.count)
    for y in 0..<height {
      for (x, tap) in across.taps.enumerated() {
        var sum: Float = 0
        for (index, weight) in tap.weights.enumerated() {
          sum += weight * source[y * width + tap.first + index]
        }
        narrow[y * across.count + x] = sum
      }
    }
    let count = across.count
    var result = [Float](repeating: 0, count: count * down.count)
    for (y, tap) in down.taps.enumerated() {
      for (index, weight) in tap.weights.enumerated() {
        for x in 0..<count {
          result[y * count + x] += weight * narrow[(tap.first + index) * count + x]
        }
      }
    }
    return result
  }
}
