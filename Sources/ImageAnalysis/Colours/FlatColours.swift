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
  init(_ pixels: [UInt32], _ histogram: ColourHistogram) {
    let least = (pixels.count + 49) / 50
    var slots = [Int32](repeating: -1, count: histogram.entries.count)
    var used: Int32 = 0
    for (place, entry) in histogram.entries.enumerated() where entry.count >= least {
      slots[place] = used
      used += 1
    }
    var counts = [UInt32](repeating: 0, count: Int(used) * 512)
    var found: [Flat] = []
    var covered = 0
    if used > 0 {
      for pixel in pixels {
        let slot = slots[histogram.place(of: pixel)]
        if slot >= 0 { counts[Int(slot) * 512 + Self.fine(pixel)] &+= 1 }
      }
      for pixel in pixels {
        let slot = slots[histogram.place(of: pixel)]
        guard slot >= 0 else { continue }
        let index = Int(slot) * 512 + Self.fine(pixel)
        guard counts[index] >= least else { continue }
        found.append(Flat(pixel: pixel, share: Float(counts[index]) / Float(pixels.count)))
        covered += Int(counts[index])
        counts[index] = 0
      }
    }
    colours = found.sorted { ($1.share, $0.pixel) < ($0.share, $1.pixel) }
    coverage = Float(covered) / Float(max(pixels.count, 1))
  }

  /// Which of the 512 colours of its box a pixel is.
  @inline(__always)
  private static func fine(_ pixel: UInt32) -> Int {
    let red = pixel & 7
    let green = pixel >> 5 & 0x38
    let blue = pixel >> 10 & 0x1C0
    return Int(red | green | blue)
  }
}
