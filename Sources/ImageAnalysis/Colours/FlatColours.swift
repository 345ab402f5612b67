internal import CArithmetic

/// The exact colours that cover at least a fiftieth of a picture's unaveraged pixels.
struct FlatColours {
  /// One of them.
  struct Flat {
    /// The colour, packed as 0xBBGGRR.
    var pixel: UInt32
    /// The part of the pixels that have it, 0…1.
    var share: Float
  }

  /// The colours, largest share first.
  let colours: [Flat]
  /// The part of the pixels that have one of them.
  let coverage: Float

  /// Finds them in pixels.
  ///
  /// Only a box that holds a fiftieth can hold such a colour, so only such boxes (at most 50) are
  /// counted colour by colour.
  ///
  /// - Parameter crowded: gives the boxes that hold at least so many pixels.
  init(_ list: PixelList, crowded: (Int) -> [UInt16]) {
    let least = (list.count + 49) / 50
    let boxes = crowded(least)
    guard !boxes.isEmpty else {
      (colours, coverage) = ([], 0)
      return
    }
    let common = list.commonColours(of: least, in: boxes)
    let all = Float(list.count)
    colours = common.map { Flat(pixel: $0.pixel, share: Float($0.count) / all) }
      .sorted { ($1.share, $0.pixel) < ($0.share, $1.pixel) }
    coverage = Float(common.reduce(0) { $0 + Int($1.count) }) / all
  }
}
