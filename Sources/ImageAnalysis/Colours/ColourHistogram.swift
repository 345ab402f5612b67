/// How often the colours of a picture occur, in boxes of 8 × 8 × 8 values.
///
/// Boxes stand in the order of their first pixels, so the same pixels give the same histogram.
struct ColourHistogram {
  /// How many boxes there are.
  static let boxes = 32_768

  /// Which boxes occur, each a number below 32,768.
  let found: [UInt16]
  /// The sums of red, green and blue of each of them, and the count.
  let sums: [SIMD4<UInt32>]
  /// How many pixels were counted.
  let total: Int

  /// Counts pixels packed as 0xBBGGRR.
  init(_ list: PixelList) {
    let pixels = list.storage.span.extracting(first: list.count)
    // The place of a box among those that occur, plus one; 0 of a box that does not.
    var places = [UInt16](repeating: 0, count: Self.boxes)
    var table = places.mutableSpan
    // Of each pixel the place of its box, and at that place the box.
    var owners = [UInt16](repeating: 0, count: pixels.count)
    var owner = owners.mutableSpan
    var boxes = [UInt16](repeating: 0, count: min(pixels.count, Self.boxes))
    var box = boxes.mutableSpan
    var count: UInt16 = 0
    for index in pixels.indices {
      let number = Self.box(of: pixels[index])
      var place = table[number]
      // Without a branch, which half of a photograph's pixels would mislead.
      let isNew: UInt16 = place == 0 ? 1 : 0
      count &+= isNew
      place |= count & (0 &- isNew)
      table[number] = place
      owner[index] = place &- 1
      box[Int(place &- 1)] = UInt16(truncatingIfNeeded: number)
    }
    found = Array(boxes.prefix(Int(count)))
    sums = Self.sums(of: pixels, owner.span, Int(count))
    total = list.count
  }

  private static func sums(
    of pixels: Span<UInt32>, _ owners: Span<UInt16>, _ count: Int
  ) -> [SIMD4<UInt32>] {
    var sums = [SIMD4<UInt32>](repeating: .zero, count: count)
    var sum = sums.mutableSpan
    for index in pixels.indices {
      let pixel = pixels[index]
      sum[Int(owners[index])] &+= SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16, 1)
    }
    return sums
  }

  /// The boxes of at least so many pixels.
  func boxes(of least: Int) -> [Int] {
    found.indices.filter { sums[$0][3] >= least }.map { Int(found[$0]) }
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
