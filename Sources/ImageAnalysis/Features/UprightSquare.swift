/// Where the samples of a square thumbnail lie before the picture is turned upright.
enum UprightSquare {
  /// The stored place of an upright sample, by EXIF 2.32, tag Orientation (1…8).
  static func stored(
    _ x: Int, _ y: Int, side: Int, orientation: Int
  ) -> (column: Int, row: Int) {
    let last = side - 1
    return switch orientation {
    case 2: (last - x, y)
    case 3: (last - x, last - y)
    case 4: (x, last - y)
    case 5: (y, x)
    case 6: (y, last - x)
    case 7: (last - y, last - x)
    case 8: (last - y, x)
    default: (x, y)
    }
  }
}
