/// How often the colours of a picture occur, in boxes of 8 × 8 × 8 values.
///
/// Boxes stand in the order of their first pixels, so the same pixels give the same histogram.
struct ColourHistogram {
  /// A box that occurs.
  struct Entry {
    /// The sums of red, green and blue, and the count.
    var sums: SIMD4<UInt32>

    var count: Int { Int(sums[3]) }
  }

  /// The boxes that occur.
  private(set) var entries: [Entry] = []
  /// The place of a box in `entries`, plus one; 0 of a box that does not occur.
  private var places: [UInt16]
  /// How many pixels were counted.
  let total: Int

  /// Counts pixels packed as 0xBBGGRR.
  init(_ pixels: [UInt32]) {
    var places = [UInt16](repeating: 0, count: 32_768)
    var entries: [Entry] = []
    for pixel in pixels {
      let sums = SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16, 1)
      let box = Self.box(of: pixel)
      let place = places[box]
      if place == 0 {
        entries.append(Entry(sums: sums))
        places[box] = UInt16(truncatingIfNeeded: entries.count)
      } else {
        entries[Int(place) - 1].sums &+= sums
      }
    }
    self.places = places
    self.entries = entries
    total = pixels.count
  }

  /// The place in `entries` of the box of a counted pixel.
  @inline(__always)
  func place(of pixel: UInt32) -> Int {
    Int(places[Self.box(of: pixel)]) - 1
  }

  @inline(__always)
  private static func box(of pixel: UInt32) -> Int {
    let red = pixel >> 3 & 31
    let green = pixel >> 6 & 0x3E0
    let blue = pixel >> 9 & 0x7C00
    return Int(red | green | blue)
  }
}
