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
  /// counted colour by colour, in a table of the 512 colours of each.
  ///
  /// - Parameter crowded: gives the boxes that hold at least so many pixels.
  init(_ list: PixelList, crowded: (Int) -> [Int]) {
    let least = (list.count + 49) / 50
    let boxes = crowded(least)
    guard !boxes.isEmpty else {
      (colours, coverage) = ([], 0)
      return
    }
    let (counts, common) = Self.counts(list, in: boxes, least)
    var found: [Flat] = []
    var covered = 0
    for index in common {
      let count = Int(counts[index])
      let pixel = Self.pixel(box: boxes[index / 512], fine: index % 512)
      found.append(Flat(pixel: pixel, share: Float(count) / Float(list.count)))
      covered += count
    }
    colours = found.sorted { ($1.share, $0.pixel) < ($0.share, $1.pixel) }
    coverage = Float(covered) / Float(max(list.count, 1))
  }

  /// How often each colour of some boxes occurs, 512 to a box, and which do at least so often.
  private static func counts(
    _ list: PixelList, in boxes: [Int], _ least: Int
  ) -> (counts: [UInt16], common: [Int]) {
    let pixels = list.storage.span.extracting(first: list.count)
    // All other boxes share the slot behind theirs, which saves asking at every pixel.
    let others = boxes.count
    var slots = [UInt8](repeating: UInt8(truncatingIfNeeded: others), count: ColourHistogram.boxes)
    for (slot, box) in boxes.enumerated() { slots[box] = UInt8(truncatingIfNeeded: slot) }
    let slot = slots.span
    var counts = [UInt16](repeating: 0, count: (others + 1) * 512)
    var count = counts.mutableSpan
    var common: [Int] = []
    for index in pixels.indices {
      let number = Int(slot[ColourHistogram.box(of: pixels[index])])
      let colour = number * 512 + Self.fine(pixels[index])
      count[colour] &+= 1
      if count[colour] == least, number < others { common.append(colour) }
    }
    return (counts, common)
  }

  /// Which of the 512 colours of its box a pixel is.
  @inline(__always)
  private static func fine(_ pixel: UInt32) -> Int {
    let red = pixel & 7
    let green = pixel >> 5 & 0x38
    let blue = pixel >> 10 & 0x1C0
    return Int(red | green | blue)
  }

  /// The pixel of a box that is one of its 512 colours.
  private static func pixel(box: Int, fine: Int) -> UInt32 {
    let red = (box & 31) << 3 | fine & 7
    let green = (box >> 5 & 31) << 3 | fine >> 3 & 7
    let blue = (box >> 10) << 3 | fine >> 6
    return UInt32(truncatingIfNeeded: red | green << 8 | blue << 16)
  }
}
