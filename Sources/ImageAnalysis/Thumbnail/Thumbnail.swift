/// A picture made small, in the three ways its analysis needs.
struct Thumbnail {
  /// Boxes across.
  let width: Int
  /// Boxes down.
  let height: Int
  /// The average colours of the boxes at least half opaque, packed as 0xBBGGRR; order as in the
  /// picture.
  var averages: PixelList
  /// The colours of one opaque pixel a box, unaveraged, packed the same way.
  var samples: PixelList
  /// The first opaque pixel of all, known while there is neither an average nor a sample.
  var firstOpaque: UInt32?
  /// The luma of every box over white, 0…255, `width` × `height`.
  var grey: [Float]

  /// Makes an empty thumbnail.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    averages = PixelList(capacity: width * height)
    samples = PixelList(capacity: width * height)
    grey = Array(repeating: 255, count: width * height)
  }
}
