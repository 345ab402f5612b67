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

  /// The distance of every point to a place, eight to a block.
  func distances(to place: SIMD3<Float>) -> [Float] {
    var nearest = [Float](repeating: .infinity, count: blocks.count * 8)
    approach(place, &nearest)
    return nearest
  }

  /// Lowers the distances of the points to that of a place, where it is nearer.
  func approach(_ place: SIMD3<Float>, _ nearest: inout [Float]) {
    precondition(nearest.count == blocks.count * 8)
    unsafe imgds_cloud_approach(shape, blocks, [place], &nearest)
  }

  /// By how much each of some places would lower the weighted sum of the distances.
  func gains(of places: [SIMD3<Float>], over nearest: [Float]) -> [Float] {
    precondition(nearest.count == blocks.count * 8)
    var gains = [Float](repeating: 0, count: places.count)
    unsafe imgds_cloud_gains(shape, blocks, places, places.count, nearest, &gains)
    return gains
  }

  /// The point nearest to a place, the first of equals; 0 if there is none.
  func nearest(to place: SIMD3<Float>) -> Int {
    unsafe imgds_cloud_nearest(shape, blocks, [place])
  }

  /// The points that cost most, and the largest distance of any.
  func costliest(_ nearest: [Float]) -> (points: [SIMD3<Float>], furthest: Float) {
    precondition(nearest.count == blocks.count * 8)
    var points = [Int](repeating: 0, count: Int(IMGDS_CLOUD_COSTLIEST))
    var furthest: Float = 0
    let count = unsafe imgds_cloud_costliest(shape, blocks, nearest, &points, &furthest)
    return (points.prefix(count).map { blocks[$0 / 8].point($0 % 8) }, furthest)
  }

  /// The sums of weight / distance times (x, y, z, 1) over the points nearest to each of some places;
  /// distances below a half count as a half.
  func pulls(to places: [SIMD3<Float>]) -> [SIMD4<Float>] {
    var pulls = [SIMD4<Float>](repeating: .zero, count: places.count)
    unsafe imgds_cloud_pulls(shape, blocks, places, places.count, &pulls)
    return pulls
  }

  /// The weight that is nearest to each of some places, and the mean distance to the nearest.
  func shares(of places: [SIMD3<Float>]) -> (weights: [Float], loss: Float) {
    var weights = [Float](repeating: 0, count: places.count)
    guard !places.isEmpty else { return (weights, 0) }
    let loss = unsafe imgds_cloud_shares(shape, blocks, places, places.count, &weights)
    return (weights, loss / max(total, 1))
  }
}
