/// The size of the thumbnail of a picture.
///
/// The longest side has 96 boxes and the other a multiple of 12 near the picture's shape, so that
/// the edges of halves, thirds and quarters fall between boxes and stripes stay unmixed. It has at
/// least 24, so that the fingerprint sees something of a panorama. A side of up to 96 pixels keeps
/// them all.
struct GridSize: Equatable {
  /// The boxes of the longest side.
  static let longest = 96
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
    if side <= longest { return side }
    if side >= other { return longest }
    let unit = other * step
    let steps = (side * longest + unit / 2) / unit
    return max(2 * step, steps * step)
  }
}
