import CArithmetic
import TestKit

/// A cloud of random points, some of them equal, and what is told of it by plain loops.
struct PlainCloud {
  /// Blocks of x, y, z and weight, eight of each; those beyond the last point have no weight.
  let blocks: [Float]
  private let random: Noise

  init(count: Int, seed: Int) {
    var random = Noise(seed: seed)
    var blocks = [Float](repeating: 0, count: (count + 7) / 8 * 32)
    for point in 0..<count {
      let first = point / 8 * 32 + point % 8
      for axis in 0..<3 {
        // Some on a coarse grid, so that points coincide and distances are equal.
        let number = Float.random(in: -50...100, using: &random)
        blocks[first + axis * 8] = seed.isMultiple(of: 2) ? number : (number / 40).rounded() * 40
      }
      blocks[first + 24] = Float(Int.random(in: 1...3, using: &random))
    }
    self.blocks = blocks
    self.random = random
  }

  func shape(_ isWide: Bool) -> imgds_cloud {
    imgds_cloud(count: blocks.count / 32, is_wide: isWide)
  }

  /// All points, those without weight too.
  var indices: Range<Int> { 0..<blocks.count / 4 }

  func weight(_ point: Int) -> Float { blocks[point / 8 * 32 + 24 + point % 8] }

  private func point(_ point: Int) -> SIMD3<Float> {
    let first = point / 8 * 32 + point % 8
    return SIMD3(blocks[first], blocks[first + 8], blocks[first + 16])
  }

  /// Places of which the second is a point and the fourth is the third again.
  func places(_ count: Int) -> [SIMD3<Float>] {
    var random = random
    var places = (0..<5).map { _ in SIMD3<Float>.random(in: -50...100, using: &random) }
    (places[1], places[3]) = (point(0), places[2])
    return Array(places.prefix(count))
  }

  func square(_ index: Int, _ place: SIMD3<Float>) -> Float {
    let step = point(index) - place
    return step.x * step.x + step.y * step.y + step.z * step.z
  }

  func distances(to place: SIMD3<Float>) -> [Float] {
    indices.map { square($0, place).squareRoot() }
  }

  func gain(of place: SIMD3<Float>, over nearest: [Float]) -> Float {
    var lanes = [Float](repeating: 0, count: 8)
    for (point, distance) in distances(to: place).enumerated() {
      lanes[point % 8] += max(0, nearest[point] - distance) * weight(point)
    }
    return lanes.dropFirst().reduce(lanes[0], +)
  }

  private func owner(_ point: Int, _ places: [SIMD3<Float>]) -> (place: Int, square: Float) {
    var best = (place: 0, square: square(point, places[0]))
    for (index, place) in places.enumerated() where square(point, place) < best.square {
      best = (index, square(point, place))
    }
    return best
  }

  func pulls(to places: [SIMD3<Float>]) -> [SIMD4<Float>] {
    var pulls = [SIMD4<Float>](repeating: .zero, count: places.count)
    for index in indices {
      let owner = owner(index, places)
      let pull = weight(index) / max(owner.square, 0.25).squareRoot()
      pulls[owner.place] += SIMD4(point(index), 1) * pull
    }
    return pulls
  }

  /// Places widened to five by the gains of the twelve costliest points, the heaviest point being the
  /// first of none.
  func widened(_ start: [SIMD3<Float>], until enough: Float) -> [SIMD3<Float>] {
    var places = start
    if places.isEmpty, let most = indices.map(weight).max(),
      let first = indices.first(where: { weight($0) == most })
    {
      places = [point(first)]
    }
    while places.count < 5 {
      let all = places.map { distances(to: $0) }
      let nearest = indices.map { index in all.map { $0[index] }.min() ?? 0 }
      let weighed = indices.filter { weight($0) > 0 }
      guard (weighed.map { nearest[$0] }.max() ?? 0) >= enough else { break }
      let costs = weighed.map { (cost: nearest[$0] * weight($0), point: $0) }
      let costly = costs.filter { $0.cost > 0 }
        .sorted { ($1.cost, $0.point) < ($0.cost, $1.point) }.prefix(12)
      let gains = costly.map { gain(of: point($0.point), over: nearest) }
      guard let most = gains.max(), most > 0, let best = gains.firstIndex(of: most) else { break }
      places.append(point(costly[best].point))
    }
    return places
  }

  /// Places moved to the means of their pulls.
  func settled(_ start: [SIMD3<Float>], rounds: Int, rest: Float) -> [SIMD3<Float>] {
    var places = start
    for _ in 0..<rounds {
      var moved: Float = 0
      for (index, pull) in pulls(to: places).enumerated() where pull.w > 0 {
        let mean = pull / pull.w
        let step = SIMD3(mean.x, mean.y, mean.z) - places[index]
        moved = max(moved, step.x * step.x + step.y * step.y + step.z * step.z)
        places[index] = SIMD3(mean.x, mean.y, mean.z)
      }
      if moved < rest * rest { break }
    }
    return places
  }

  func shares(of places: [SIMD3<Float>]) -> (weights: [Float], loss: Float) {
    var weights = [Float](repeating: 0, count: places.count)
    var loss: Float = 0
    for first in stride(from: 0, to: indices.count, by: 8) {
      let costs = (first..<first + 8).map { index in
        let owner = owner(index, places)
        weights[owner.place] += weight(index)
        return owner.square.squareRoot() * weight(index)
      }
      loss += costs.dropFirst().reduce(costs[0], +)
    }
    return (weights, loss)
  }
}

extension Noise: RandomNumberGenerator {}
