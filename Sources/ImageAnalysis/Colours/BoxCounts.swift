/// How many pixels each box of a ``ColourHistogram`` holds, and nothing of their colours.
///
/// A third of a histogram's work, and enough to find the few boxes that can hold a flat colour.
struct BoxCounts {
  private let counts: [UInt16]

  /// Counts pixels packed as 0xBBGGRR, fewer than 65,536.
  init(_ list: PixelList) {
    let pixels = list.storage.span.extracting(first: list.count)
    var counts = [UInt16](repeating: 0, count: ColourHistogram.boxes)
    var count = counts.mutableSpan
    for index in pixels.indices { count[ColourHistogram.box(of: pixels[index])] &+= 1 }
    self.counts = counts
  }

  /// The boxes of at least so many pixels, which are one or more.
  func boxes(of least: Int) -> [Int] {
    let counts = counts.span
    let wanted = SIMD16<UInt16>(repeating: UInt16(clamping: least))
    var boxes: [Int] = []
    for first in stride(from: 0, to: counts.count, by: 16) {
      let block = counts.vector(at: first * 2, as: SIMD16<UInt16>.self)
      guard any(block .>= wanted) else { continue }
      for lane in 0..<16 where block[lane] >= wanted[lane] { boxes.append(first + lane) }
    }
    return boxes
  }
}
