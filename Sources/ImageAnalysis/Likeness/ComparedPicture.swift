/// A thumbnail prepared for comparing it with others in detail.
package struct ComparedPicture: Sendable {
  /// 64 × 64, lighting and noise taken off: what is compared.
  let fine: [Float]
  private let grey: [Float]

  /// Prepares a thumbnail.
  package init(_ thumbnail: LikenessThumbnail) {
    let side = LikenessThumbnail.side
    grey = thumbnail.grey.map { Float($0) }
    fine = Self.bandPassed(grey, side: side, sigma: 0.6)
  }

  private init(grey: [Float], fine: [Float]) {
    self.grey = grey
    self.fine = fine
  }

  /// The picture in another position.
  func turned(_ turn: Turn) -> ComparedPicture {
    let side = LikenessThumbnail.side
    return ComparedPicture(
      grey: turn.applied(to: grey, side: side), fine: turn.applied(to: fine, side: side))
  }

  /// What it is aligned by, which few pairs need.
  var guides: AlignmentGuides {
    let half = halved
    let side = AlignmentGuides.side
    return AlignmentGuides(
      coarse: GaussianBlur.blurred(half, side: side, sigma: 1),
      middle: Self.bandPassed(half, side: side, sigma: 0.5))
  }

  private var halved: [Float] {
    let side = LikenessThumbnail.side
    var result: [Float] = []
    result.reserveCapacity(side * side / 4)
    for y in stride(from: 0, to: side * side, by: 2 * side) {
      for x in stride(from: y, to: y + side, by: 2) {
        result.append((grey[x] + grey[x + 1] + grey[x + side] + grey[x + side + 1]) / 4)
      }
    }
    return result
  }

  private static func bandPassed(_ square: [Float], side: Int, sigma: Float) -> [Float] {
    var result = GaussianBlur.blurred(square, side: side, sigma: sigma)
    let wide = GaussianBlur.blurred(square, side: side, sigma: 3)
    for index in 0..<result.count { result[index] -= wide[index] }
    return result
  }
}

/// A picture in 32 × 32, as alignment sees it.
struct AlignmentGuides {
  static let side = LikenessThumbnail.side / 2

  /// Blurred: what finds a shift of several samples.
  let coarse: [Float]
  /// Lighting and noise taken off: what finds the last tenth of a sample.
  let middle: [Float]
}
