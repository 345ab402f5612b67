/// Weighted points of the uniform space, eight to a block, each coordinate in a vector of its own.
struct ColourCloud {
  /// Eight points; those beyond the last have no weight.
  struct Block {
    var x = SIMD8<Float>()
    var y = SIMD8<Float>()
    var z = SIMD8<Float>()
    var weight = SIMD8<Float>()

    /// One of the points.
    @inline(__always)
    func point(_ lane: Int) -> SIMD3<Float> {
      SIMD3(x[lane], y[lane], z[lane])
    }
  }

  /// The points.
  let blocks: [Block]
  /// How many points there are.
  let count: Int
  /// The sum of the weights.
  let total: Float

  /// Makes points of the means of a histogram's boxes, weighed by their counts.
  init(_ histogram: ColourHistogram, in space: UniformSpace) {
    let sums = histogram.sums.span
    var points = Array(repeating: Block(), count: (sums.count + 7) / 8)
    var blocks = points.mutableSpan
    for index in blocks.indices {
      var (red, green, blue) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
      var weight = SIMD8<Float>()
      for lane in 0..<min(8, sums.count - index * 8) {
        let sum = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: sums[index * 8 + lane]))
        let mean = sum / sum[3]
        red[lane] = mean[0]
        green[lane] = mean[1]
        blue[lane] = mean[2]
        weight[lane] = sum[3]
      }
      let place = space.positions(red: red, green: green, blue: blue)
      blocks[index] = Block(x: place.x, y: place.y, z: place.z, weight: weight)
    }
    self.blocks = points
    count = sums.count
    total = Float(histogram.total)
  }

  /// Makes points of places, each of weight 1.
  init(_ places: [SIMD3<Float>]) {
    blocks = stride(from: 0, to: places.count, by: 8).map { first in
      var block = Block()
      for lane in 0..<min(8, places.count - first) {
        let place = places[first + lane]
        (block.x[lane], block.y[lane], block.z[lane]) = (place.x, place.y, place.z)
        block.weight[lane] = 1
      }
      return block
    }
    count = places.count
    total = Float(places.count)
  }
}
