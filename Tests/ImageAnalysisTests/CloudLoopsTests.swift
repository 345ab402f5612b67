import CArithmetic
import Testing

/// The loops over points against their definitions, bit by bit, at both widths.
@Suite struct CloudLoopsTests {
  private static let widths = imgds_has_wide_vectors() ? [false, true] : [false]

  @Test(arguments: widths, [1, 7, 8, 9, 64, 333])
  func `a place lowers the distances that are larger, and gains so much`(isWide: Bool, count: Int) {
    for seed in 0..<20 {
      let cloud = PlainCloud(count: count, seed: seed)
      let places = cloud.places(5)
      var nearest = [Float](repeating: .infinity, count: cloud.shape(isWide).count * 8)
      unsafe imgds_cloud_approach(cloud.shape(isWide), cloud.blocks, [places[0]], &nearest)
      #expect(nearest == cloud.distances(to: places[0]))
      var gains = [Float](repeating: 0, count: places.count)
      unsafe imgds_cloud_gains(
        cloud.shape(isWide), cloud.blocks, places, places.count, nearest, &gains)
      #expect(gains == places.map { cloud.gain(of: $0, over: nearest) })
      unsafe imgds_cloud_approach(cloud.shape(isWide), cloud.blocks, [places[1]], &nearest)
      #expect(nearest == zip(nearest, cloud.distances(to: places[1])).map(min))
    }
  }

  @Test(arguments: widths, [1, 7, 8, 9, 64, 333])
  func `the costliest points come first and the earlier of equals`(isWide: Bool, count: Int) {
    for seed in 0..<20 {
      let cloud = PlainCloud(count: count, seed: seed)
      let nearest = cloud.distances(to: cloud.places(1)[0])
      var points = [Int](repeating: 0, count: 12)
      var furthest: Float = 0
      let found = unsafe imgds_cloud_costliest(
        cloud.shape(isWide), cloud.blocks, nearest, &points, &furthest)
      let costs = cloud.indices.map { (cost: nearest[$0] * cloud.weight($0), point: $0) }
      let expected = costs.filter { $0.cost > 0 }
        .sorted { ($1.cost, $0.point) < ($0.cost, $1.point) }.prefix(12).map(\.point)
      #expect(Array(points.prefix(found)) == expected)
      #expect(furthest == cloud.indices.filter { cloud.weight($0) > 0 }.map { nearest[$0] }.max())
    }
  }

  @Test(arguments: widths, [1, 7, 8, 9, 64, 333])
  func `every point is of its nearest place, the first of equals`(isWide: Bool, count: Int) {
    for seed in 0..<20 {
      let cloud = PlainCloud(count: count, seed: seed)
      let places = cloud.places(1 + seed % 5)
      var pulls = [SIMD4<Float>](repeating: .zero, count: places.count)
      unsafe imgds_cloud_pulls(cloud.shape(isWide), cloud.blocks, places, places.count, &pulls)
      #expect(pulls == cloud.pulls(to: places))
      var weights = [Float](repeating: 0, count: places.count)
      let loss = unsafe imgds_cloud_shares(
        cloud.shape(isWide), cloud.blocks, places, places.count, &weights)
      let expected = cloud.shares(of: places)
      #expect(weights == expected.weights && loss == expected.loss)
      let nearest = unsafe imgds_cloud_nearest(cloud.shape(isWide), cloud.blocks, [places[0]])
      let squares = cloud.indices.filter { cloud.weight($0) > 0 }
        .map { (cloud.square($0, places[0]), $0) }
      #expect(nearest == squares.min { $0 < $1 }?.1)
    }
  }

  @Test(arguments: widths, [1, 7, 8, 9, 64, 333])
  func `places are added by gain and come to rest`(isWide: Bool, count: Int) {
    for seed in 0..<20 {
      let cloud = PlainCloud(count: count, seed: seed)
      let shape = cloud.shape(isWide)
      let start = cloud.places(seed % 4)
      let enough: Float = seed < 10 ? 1 : 60
      var places = start + [SIMD3<Float>](repeating: .zero, count: 5 - start.count)
      var nearest = [Float](repeating: 0, count: shape.count * 8)
      let found = unsafe imgds_cloud_widen(
        shape, cloud.blocks, &places, start.count, enough, &nearest)
      let widened = cloud.widened(start, until: enough)
      #expect(Array(places.prefix(found)) == widened)
      unsafe imgds_cloud_settle(shape, cloud.blocks, &places, found, 12, 0.05)
      #expect(Array(places.prefix(found)) == cloud.settled(widened, rounds: 12, rest: 0.05))
    }
  }
}
