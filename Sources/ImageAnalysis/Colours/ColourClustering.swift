/// Finds the few places to which the points of a cloud are nearest on average: k-medians.
struct ColourClustering {
  /// The most places.
  private static let most = 5
  /// How many points are tried as the next place.
  private static let candidates = 12
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
    for block in cloud.blocks where block.weight.greatest > best {
      best = block.weight.greatest
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
    let blocks = cloud.blocks.span
    var nearest = cloud.blocks.map { $0.distances(to: places[0]) }
    for place in places.dropFirst() { approach(place, &nearest) }
    while places.count < Self.most {
      let costly = costliest(nearest)
      guard costly.furthest >= Self.enough else { break }
      var bestGain: Float = 0
      var best: SIMD3<Float>?
      for candidate in costly.points {
        var gains = SIMD8<Float>()
        let near = nearest.span
        for index in blocks.indices {
          let gain = near[index] - blocks[index].distances(to: candidate)
          gains += gain.replacing(with: 0, where: gain .< 0) * blocks[index].weight
        }
        let gain = gains.sum()
        if gain > bestGain {
          bestGain = gain
          best = candidate
        }
      }
      guard let best else { break }
      places.append(best)
      approach(best, &nearest)
    }
    return places
  }

  /// Lowers the distances of the points to that of a place, where it is nearer.
  private func approach(_ place: SIMD3<Float>, _ nearest: inout [SIMD8<Float>]) {
    let blocks = cloud.blocks.span
    var near = nearest.mutableSpan
    for index in blocks.indices {
      let distances = blocks[index].distances(to: place)
      near[index].replace(with: distances, where: distances .< near[index])
    }
  }

  /// The points that cost most, and the largest distance of any.
  private func costliest(
    _ nearest: [SIMD8<Float>]
  ) -> (points: [SIMD3<Float>], furthest: Float) {
    var costs: [(cost: Float, block: Int, lane: Int)] = []
    costs.reserveCapacity(Self.candidates + 1)
    var furthest = SIMD8<Float>()
    let blocks = cloud.blocks.span
    for (index, near) in nearest.enumerated() {
      let weight = blocks[index].weight
      furthest = pointwiseMax(furthest, near.replacing(with: 0, where: weight .== 0))
      let cost = near * weight
      if costs.count == Self.candidates, cost.greatest <= costs[costs.count - 1].cost { continue }
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
    return (costs.map { cloud.blocks[$0.block].point($0.lane) }, furthest.greatest)
  }

  /// Moves places to the medians of what is nearest to them, by Weiszfeld's steps.
  private func settled(_ start: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var places = start
    let blocks = cloud.blocks.span
    for _ in 0..<Self.rounds {
      var pulls = [SIMD4<Float>](repeating: .zero, count: places.count)
      var sums = pulls.mutableSpan
      let current = places
      let around = current.span
      for index in blocks.indices {
        let block = blocks[index]
        let (best, owner) = block.nearest(of: around)
        let far = best.replacing(with: 0.25, where: best .< 0.25).squareRoot()
        let pull = block.weight / far
        for lane in 0..<8 {
          sums[Int(owner[lane])] +=
            SIMD4(block.x[lane], block.y[lane], block.z[lane], 1) * pull[lane]
        }
      }
      var moved: Float = 0
      for index in places.indices where pulls[index].w > 0 {
        let mean = pulls[index] / pulls[index].w
        let place = SIMD3(mean.x, mean.y, mean.z)
        let step = place - places[index]
        moved = max(moved, (step * step).sum())
        places[index] = place
      }
      if moved < Self.rest * Self.rest { break }
    }
    return places
  }
}

extension SIMD8<Float> {
  /// The greatest of the numbers, halved in three steps where `max()` takes them one by one.
  fileprivate var greatest: Float {
    let four = pointwiseMax(lowHalf, highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return Swift.max(two.x, two.y)
  }
}
