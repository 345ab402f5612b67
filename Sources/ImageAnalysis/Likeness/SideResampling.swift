/// How the samples of one side of a picture are weighed into fewer or more.
struct SideResampling {
  /// The first source sample of each result.
  private let firsts: [Int]
  /// Where the weights of each begin, and behind them the end of all.
  private let starts: [Int]
  /// The weights from the first sample on, which sum to 1 for each result.
  private let weights: [Float]

  var count: Int { firsts.count }

  /// Takes of each part its first sample, and its weights, which are made to sum to 1.
  private init(parts: Int, _ tap: (Int, inout [Float]) -> Int) {
    var (firsts, starts, weights) = ([Int](), [0], [Float]())
    for part in 0..<parts {
      firsts.append(tap(part, &weights))
      let own = starts[part]..<weights.count
      let sum = weights[own].reduce(0, +)
      for index in own { weights[index] /= sum }
      starts.append(weights.count)
    }
    (self.firsts, self.starts, self.weights) = (firsts, starts, weights)
  }

  /// Area averages: `parts` equal parts of a side whose boxes lie between `edges`.
  init(areasOf edges: [Int], parts: Int) {
    let length = Float(edges[edges.count - 1])
    var first = 0
    self.init(parts: parts) { part, weights in
      let from = length * Float(part) / Float(parts)
      let to = length * Float(part + 1) / Float(parts)
      while first + 2 < edges.count, Float(edges[first + 1]) <= from { first += 1 }
      var box = first
      while box + 1 < edges.count, Float(edges[box]) < to {
        weights.append(min(to, Float(edges[box + 1])) - max(from, Float(edges[box])))
        box += 1
      }
      return first
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
    self.init(parts: parts) { part, weights in
      let centre = (Float(part) + 0.5) * scale
      let first = max(0, Int(centre - reach * spread + 0.5))
      let end = min(length, Int(centre + reach * spread + 0.5))
      for sample in first..<end { weights.append(kernel((Float(sample) + 0.5 - centre) / spread)) }
      return first
    }
  }

  private static func cubic(_ offset: Float) -> Float {
    let x = abs(offset)
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
  }

  /// Resamples a picture of rows of `width` samples: down by `down`, then across by `across`.
  static func resample(
    _ source: [Float], width: Int, across: SideResampling, down: SideResampling
  ) -> [Float] {
    let low = RowLoops.turn(down.weigh(source, width: width), width: width)
    return RowLoops.turn(across.weigh(low, width: down.count), width: down.count)
  }

  private func weigh(_ rows: [Float], width: Int) -> [Float] {
    RowLoops.weigh(rows, width: width, firsts: firsts, starts: starts, weights: weights)
  }
}
