/// A thumbnail prepared for comparing it with others in detail.
package struct ComparedPicture: Sendable {
  static let coarseSide = LikenessThumbnail.side / 2

  /// 32 × 32, blurred: what finds a shift of several samples.
  let coarse: [Float]
  /// 32 × 32, lighting and noise taken off: what finds the last tenth of a sample.
  let middle: [Float]
  /// 64 × 64, lighting and noise taken off: what is compared.
  let fine: [Float]

  /// Prepares a thumbnail: some 0.1 ms.
  package init(_ thumbnail: LikenessThumbnail) {
    let side = LikenessThumbnail.side
    let grey = thumbnail.grey.map { Float($0) }
    let half = Self.halved(grey, side: side)
    coarse = GaussianBlur.blurred(half, side: side / 2, sigma: 1)
    middle = Self.bandPassed(half, side: side / 2, sigma: 0.5)
    fine = Self.bandPassed(grey, side: side, sigma: 0.6)
  }

  private init(coarse: [Float], middle: [Float], fine: [Float]) {
    self.coarse = coarse
    self.middle = middle
    self.fine = fine
  }

  /// The picture in another position.
  func turned(_ turn: Turn) -> ComparedPicture {
    ComparedPicture(
      coarse: turn.applied(to: coarse, side: Self.coarseSide),
      middle: turn.applied(to: middle, side: Self.coarseSide),
      fine: turn.applied(to: fine, side: LikenessThumbnail.side))
  }

  private static func halved(_ square: [Float], side: Int) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(side * side / 4)
    for y in stride(from: 0, to: side * side, by: 2 * side) {
      for x in stride(from: y, to: y + side, by: 2) {
        result.append((square[x] + square[x + 1] + square[x + side] + square[x + side + 1]) / 4)
      }
    }
    return result
  }

  private static func bandPassed(_ square: [Float], side: Int, sigma: Float) -> [Float] {
    let narrow = GaussianBlur.blurred(square, side: side, sigma: sigma)
    let wide = GaussianBlur.blurred(square, side: side, sigma: 3)
    return zip(narrow, wide).map { $0 - $1 }
  }
}
