internal import CArithmetic

/// The loops over all points, which are C: Swift makes no vectors of these, and they are most of what
/// a small picture costs.
extension ColourCloud {
  private var shape: imgds_cloud {
    imgds_cloud(count: blocks.count, is_wide: RowLoops.hasWideVectors)
  }

  /// Points of the means that sums of red, green, blue and 1 have, weighed by the last.
  static func points(of sums: [SIMD4<UInt32>], in space: UniformSpace) -> [Block] {
    var blocks = [Block](repeating: Block(), count: (sums.count + 7) / 8)
    let shape = imgds_cloud(count: blocks.count, is_wide: RowLoops.hasWideVectors)
    unsafe imgds_cloud_fill(shape, sums, sums.count, &blocks)
    space.place(&blocks)
    return blocks
  }

  /// Up to five places, or the heaviest point in place of none, with others added while they are needed:
  /// each the point that lowers the mean distance most, until no point is as far as `enough`.
  func widened(_ start: [SIMD3<Float>], until enough: Float) -> [SIMD3<Float>] {
    let most = Int(IMGDS_CLOUD_PLACES)
    precondition(start.count <= most && !blocks.isEmpty)
    var places = [SIMD3<Float>](repeating: .zero, count: most)
    for index in start.indices { places[index] = start[index] }
    var nearest = [Float](repeating: 0, count: blocks.count * 8)
    let found = unsafe imgds_cloud_widen(
      shape, blocks, &places, start.count, enough, &nearest)
    places.removeLast(most - found)
    return places
  }

  /// Moves places to the medians of the points nearest to them, until none moves as far as `rest`.
  func settle(_ places: inout [SIMD3<Float>], rounds: Int, rest: Float) {
    precondition(places.count <= Int(IMGDS_CLOUD_PLACES))
    unsafe imgds_cloud_settle(shape, blocks, &places, places.count, rounds, rest)
  }

  /// The point nearest to a place, the first of equals; 0 if there is none.
  func nearest(to place: SIMD3<Float>) -> Int {
    unsafe imgds_cloud_nearest(shape, blocks, [place])
  }

  /// The weight that is nearest to each of some places, and the mean distance to the nearest.
  func shares(of places: [SIMD3<Float>]) -> (weights: [Float], loss: Float) {
    var weights = [Float](repeating: 0, count: places.count)
    guard !places.isEmpty else { return (weights, 0) }
    let loss = unsafe imgds_cloud_shares(shape, blocks, places, places.count, &weights)
    return (weights, loss / max(total, 1))
  }
}
