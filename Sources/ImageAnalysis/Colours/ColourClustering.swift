/// Finds the few places to which the points of a cloud are nearest on average: k-medians.
struct ColourClustering {
  /// The most places.
  private static let most = 5
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
    let blocks = cloud.blocks.span
    for index in blocks.indices {
      for lane in 0..<8 where blocks[index].weight[lane] > best {
        best = blocks[index].weight[lane]
        place = blocks[index].point(lane)
      }
    }
    return place
  }

  /// Adds places by their gain.
  private func widened(_ start: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var places = start
    var nearest = cloud.distances(to: places[0])
    for place in places.dropFirst() { cloud.approach(place, &nearest) }
    while places.count < Self.most {
      let costly = cloud.costliest(nearest)
      guard costly.furthest >= Self.enough else { break }
      var bestGain: Float = 0
      var best: SIMD3<Float>?
      for (candidate, gain) in zip(costly.points, cloud.gains(of: costly.points, over: nearest))
      where gain > bestGain {
        bestGain = gain
        best = candidate
      }
      guard let best else { break }
      places.append(best)
      cloud.approach(best, &nearest)
    }
    return places
  }

  /// Moves places to the medians of what is nearest to them, by Weiszfeld's steps.
  private func settled(_ start: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var places = start
    for _ in 0..<Self.rounds {
      let pulls = cloud.pulls(to: places)
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
