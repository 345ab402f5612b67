/// A picture made small, in the three ways its analysis needs.
struct Thumbnail {
  /// Boxes across.
  let width: Int
  /// Boxes down.
  let height: Int
  /// The average colours of the boxes at least half opaque, packed as 0xBBGGRR; order as in the
  /// picture.
  var averages: PixelList
  /// The colours of one opaque pixel a box, unaveraged, packed the same way; none where the
  /// averages are the pixels themselves.
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

  /// Takes in the averages of a row of boxes.
  ///
  /// `sums` are those of the boxes' colours weighed by alpha, over as many pixels as `rows` times
  /// what `edges` tell.
  mutating func close(_ sums: [SIMD4<UInt32>], edges: [Int], rows: Int, channels: Int, at row: Int)
  {
    averages.average(
      sums, edges: edges, rows: rows, channels: channels, luma: &grey, at: row * width)
  }

  /// Takes in a row of opaque pixels of 1 or 3 channels, each of which is a box.
  mutating func keep(_ row: Span<UInt8>, channels: Int, at boxRow: Int) {
    averages.keep(row, channels: channels, count: width, luma: &grey, at: boxRow * width)
  }
}
