/// Finds the few places to which the points of a cloud are nearest on average: k-medians.
struct ColourClustering {
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
  /// nearest to them, by Weiszfeld's steps.
  func places(from start: [SIMD3<Float>]) -> (places: [SIMD3<Float>], loss: Float) {
    guard cloud.count > 0 else { return ([], 0) }
    var places = cloud.widened(start, until: Self.enough)
    cloud.settle(&places, rounds: Self.rounds, rest: Self.rest)
    let (weights, loss) = cloud.shares(of: places)
    return (zip(places, weights).filter { $0.1 > 0 }.map(\.0), loss)
  }
}
