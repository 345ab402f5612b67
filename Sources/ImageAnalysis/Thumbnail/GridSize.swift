/// The size of the thumbnail of a picture.
///
/// The longest side has 120 boxes and the other a multiple of 12 near the picture's shape, so that
/// the edges of halves, thirds and quarters fall between boxes and stripes stay unmixed. No side
/// has more boxes than pixels, nor fewer than 24 where it has the pixels, so that the fingerprint
/// sees something of a panorama.
struct GridSize: Equatable {
  /// The boxes of the longest side.
  static let longest = 120
  /// What the other side is a multiple of.
  private static let step = 12

  let width: Int
  let height: Int

  /// The size for a picture of `width` by `height` pixels.
  init(width: Int, height: Int) {
    self.width = Self.boxes(of: width, beside: height)
    self.height = Self.boxes(of: height, beside: width)
  }

  private static func boxes(of side: Int, beside other: Int) -> Int {
    if max(side, other) <= longest { return side }
    if side >= other { return longest }
    let unit = other * step
    let steps = (side * longest + unit / 2) / unit
    return min(side, max(2 * step, steps * step))
  }
}
