/// How often the colours of a picture occur, in boxes of 8 × 8 × 8 values.
///
/// Boxes stand in the order of their first pixels, so the same pixels give the same histogram.
struct ColourHistogram {
  /// A box that occurs.
  struct Entry {
    /// Which box it is, of 32,768.
    let box: Int
    /// The sums of red, green and blue, and the count.
    var sums: SIMD4<UInt32>

    var count: Int { Int(sums[3]) }
  }

  /// How many boxes there are.
  static let boxes = 32_768

  /// The boxes that occur.
  private(set) var entries: [Entry] = []
  /// How many pixels were counted.
  let total: Int

  /// Counts pixels packed as 0xBBGGRR.
  init(_ list: PixelList) {
    let pixels = list.storage.span
    // The place of a box among the entries, plus one; 0 of a box that does not occur.
    var places = [UInt16](repeating: 0, count: Self.boxes)
    var entries: [Entry] = []
    for index in 0..<list.count {
      let pixel = pixels[index]
      let sums = SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16, 1)
      let box = Self.box(of: pixel)
      let place = places[box]
      if place == 0 {
        entries.append(Entry(box: box, sums: sums))
        places[box] = UInt16(truncatingIfNeeded: entries.count)
      } else {
        entries[Int(place) - 1].sums &+= sums
      }
    }
    self.entries = entries
    total = list.count
  }

  /// The box of a pixel, of 32,768.
  @inline(__always)
  static func box(of pixel: UInt32) -> Int {
    let red = pixel >> 3 & 31
    let green = pixel >> 6 & 0x3E0
    let blue = pixel >> 9 & 0x7C00
    return Int(red | green | blue)
  }
}
