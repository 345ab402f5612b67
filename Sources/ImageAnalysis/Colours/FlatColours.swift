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

  /// Finds them in pixels and their histogram.
  ///
  /// Only a box that holds a fiftieth can hold such a colour, so only such boxes (at most 50) are
  /// counted colour by colour, in a table of the 512 colours of each.
  init(_ list: PixelList, _ histogram: ColourHistogram) {
    let pixels = list.storage.span
    let least = (list.count + 49) / 50
    let boxes = histogram.entries.filter { $0.count >= least }.map(\.box)
    var slots = [UInt8](repeating: UInt8.max, count: ColourHistogram.boxes)
    for (slot, box) in boxes.enumerated() { slots[box] = UInt8(truncatingIfNeeded: slot) }
    var counts = [UInt32](repeating: 0, count: boxes.count * 512)
    if !boxes.isEmpty {
      for index in 0..<list.count {
        let slot = slots[ColourHistogram.box(of: pixels[index])]
        if slot != UInt8.max { counts[Int(slot) * 512 + Self.fine(pixels[index])] &+= 1 }
      }
    }
    var found: [Flat] = []
    var covered = 0
    for (index, count) in counts.enumerated() where count >= least {
      let pixel = Self.pixel(box: boxes[index / 512], fine: index % 512)
      found.append(Flat(pixel: pixel, share: Float(count) / Float(list.count)))
      covered += Int(count)
    }
    colours = found.sorted { ($1.share, $0.pixel) < ($0.share, $1.pixel) }
    coverage = Float(covered) / Float(max(list.count, 1))
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
