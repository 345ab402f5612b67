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
    blocks = Self.points(of: histogram.sums, in: space)
    count = histogram.sums.count
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
