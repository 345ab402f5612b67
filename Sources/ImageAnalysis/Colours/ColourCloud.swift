/// Weighted points of the uniform space, eight to a block, each coordinate in a vector of its own.
struct ColourCloud {
  /// Eight points; those beyond the last have no weight.
  struct Block {
    var x = SIMD8<Float>()
    var y = SIMD8<Float>()
    var z = SIMD8<Float>()
    var weight = SIMD8<Float>()

    /// The distances of the points to a place.
    @inline(__always)
    func distances(to place: SIMD3<Float>) -> SIMD8<Float> {
      squares(to: place).squareRoot()
    }

    /// The squared distances of the points to a place.
    @inline(__always)
    func squares(to place: SIMD3<Float>) -> SIMD8<Float> {
      let dx = x - place.x
      let dy = y - place.y
      let dz = z - place.z
      return dx * dx + dy * dy + dz * dz
    }

    /// The squared distance of each point to the nearest of some places, and which that is.
    @inline(__always)
    func nearest(of places: Span<SIMD3<Float>>) -> (squares: SIMD8<Float>, owner: SIMD8<Int32>) {
      var best = squares(to: places[0])
      var owner = SIMD8<Int32>()
      for index in 1..<max(places.count, 1) {
        let squares = squares(to: places[index])
        let isNearer = squares .< best
        best.replace(with: squares, where: isNearer)
        owner.replace(with: Int32(truncatingIfNeeded: index), where: isNearer)
      }
      return (best, owner)
    }

    /// One of the points.
    @inline(__always)
    func point(_ lane: Int) -> SIMD3<Float> {
      SIMD3(x[lane], y[lane], z[lane])
    }
  }

  /// The points.
  private(set) var blocks: [Block]
  /// How many points there are.
  let count: Int
  /// The sum of the weights.
  let total: Float

  /// Makes points of the means of a histogram's boxes, weighed by their counts.
  init(_ histogram: ColourHistogram, in space: UniformSpace) {
    count = histogram.entries.count
    total = Float(histogram.total)
    blocks = Array(repeating: Block(), count: (count + 7) / 8)
    for (index, entry) in histogram.entries.enumerated() {
      let sums = SIMD4<Float>(entry.sums)
      let mean = sums / sums[3]
      let place = space.position(red: mean[0], green: mean[1], blue: mean[2])
      blocks[index / 8].x[index % 8] = place.x
      blocks[index / 8].y[index % 8] = place.y
      blocks[index / 8].z[index % 8] = place.z
      blocks[index / 8].weight[index % 8] = sums[3]
    }
  }

  /// The weight that is nearest to each of some places, and the mean distance to the nearest.
  func shares(of places: [SIMD3<Float>]) -> (weights: [Float], loss: Float) {
    var weights = [Float](repeating: 0, count: places.count)
    var loss: Float = 0
    for block in blocks {
      let (best, owner) = block.nearest(of: places.span)
      loss += (best.squareRoot() * block.weight).sum()
      for lane in 0..<8 {
        weights[Int(owner[lane])] += block.weight[lane]
      }
    }
    return (weights, loss / max(total, 1))
  }
}
