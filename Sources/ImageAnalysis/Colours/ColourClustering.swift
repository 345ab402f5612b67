/// Finds the few places to which the points of a cloud are nearest on average: k-medians.
struct ColourClustering {
  /// The most places.
  private static let most = 5
  /// How many points are tried as the next place.
  private static let candidates = 24
  /// Points all nearer than this need no further place.
  private static let enough: Float = 1
  private static let rounds = 12
  /// Places that move less than this are at rest.
  private static let rest: Float = 0.05

  let cloud: ColourCloud

  /// The places found from a start, of up to five, and the mean distance to the nearest of them.
  ///
  /// Without a start, the heaviest point is the first place. Further places are added while they
  /// are needed, each the point that lowers the mean most; then all move to the medians of what is
  /// nearest to them.
  func places(from start: [SIMD3<Float>]) -> (places: [SIMD3<Float>], loss: Float) {
    guard cloud.count > 0 else { return ([], 0) }
    let places = settled(widened(start.isEmpty ? [heaviest] : start))
    let (weights, loss) = cloud.shares(of: places)
    return (zip(places, weights).filter { $0.1 > 0 }.map(\.0), loss)
  }

  private var heaviest: SIMD3<Float> {
    var best: Float = -1
    var place = SIMD3<Float>()
    for block in cloud.blocks where block.weight.max() > best {
      best = block.weight.max()
      for lane in 0..<8 where block.weight[lane] == best {
        place = block.point(lane)
        break
      }
    }
    return place
  }

  /// Adds places by their gain.
  private func widened(_ start: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var places = start
    var nearest = cloud.blocks.map { block in
      places.dropFirst().reduce(block.distances(to: places[0])) {
        pointwiseMin($0, block.distances(to: $1))
      }
    }
    while places.count < Self.most {
      let costly = costliest(nearest)
      guard let furthest = costly.furthest, furthest >= Self.enough else { break }
      var bestGain: Float = 0
      var best: SIMD3<Float>?
      for candidate in costly.points {
        var gains = SIMD8<Float>()
        for (block, near) in zip(cloud.blocks, nearest) {
          let gain = near - block.distances(to: candidate)
          gains += pointwiseMax(gain, .zero) * block.weight
        }
        let gain = gains.sum()
        if gain > bestGain {
          bestGain = gain
          best = candidate
        }
      }
      guard let best else { break }
      places.append(best)
      for index in nearest.indices {
        nearest[index] = pointwiseMin(nearest[index], cloud.blocks[index].distances(to: best))
      }
    }
    return places
  }

  /// The points that cost most, and the largest distance of any.
  private func costliest(
    _ nearest: [SIMD8<Float>]
  ) -> (points: [SIMD3<Float>], furthest: Float?) {
    var costs: [(cost: Float, block: Int, lane: Int)] = []
    costs.reserveCapacity(Self.candidates + 1)
    var furthest: Float?
    for (index, near) in nearest.enumerated() {
      let block = cloud.blocks[index]
      furthest = max(furthest ?? 0, near.replacing(with: 0, where: block.weight .== 0).max())
      let cost = near * block.weight
      if costs.count == Self.candidates, cost.max() <= costs[costs.count - 1].cost { continue }
      for lane in 0..<8 where cost[lane] > 0 {
        if costs.count == Self.candidates {
          guard cost[lane] > costs[costs.count - 1].cost else { continue }
          costs.removeLast()
        }
        var place = costs.count
        while place > 0, costs[place - 1].cost < cost[lane] { place -= 1 }
        costs.insert((cost[lane], index, lane), at: place)
      }
    }
    return (costs.map { cloud.blocks[$0.block].point($0.lane) }, furthest)
  }

  /// Moves places to the medians of what is nearest to them, by Weiszfeld's steps.
  private func settled(_ start: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var places = start
    for _ in 0..<Self.rounds {
      var sums = [SIMD4<Float>](repeating: .zero, count: places.count)
      for block in cloud.blocks {
        var best = block.squares(to: places[0])
        var owner = SIMD8<Int32>()
        for index in 1..<max(places.count, 1) {
          let squares = block.squares(to: places[index])
          let isNearer = squares .< best
          best.replace(with: squares, where: isNearer)
          owner.replace(with: Int32(truncatingIfNeeded: index), where: isNearer)
        }
        let pull = block.weight / pointwiseMax(best.squareRoot(), SIMD8(repeating: 0.5))
        for lane in 0..<8 {
          sums[Int(owner[lane])] +=
            SIMD4(block.x[lane], block.y[lane], block.z[lane], 1) * pull[lane]
        }
      }
      var moved: Float = 0
      for index in places.indices where sums[index].w > 0 {
        let mean = sums[index] / sums[index].w
        let place = SIMD3(mean.x, mean.y, mean.z)
        let step = place - places[index]
        moved = max(moved, (step * step).max())
        places[index] = place
      }
      if moved < Self.rest * Self.rest { break }
    }
    return places
  }
}
