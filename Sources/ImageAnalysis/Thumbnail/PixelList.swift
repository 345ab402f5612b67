/// Pixels packed as 0xBBGGRR, up to a number set before.
///
/// A row of them is written at once, without asking at every pixel who else holds them.
struct PixelList {
  /// The pixels, and behind them room for more.
  private(set) var storage: [UInt32]
  /// How many there are.
  private(set) var count = 0

  /// Makes an empty list.
  init(capacity: Int) {
    storage = Array(repeating: 0, count: capacity)
  }

  var isEmpty: Bool { count == 0 }

  /// Adds what `next` gives for the indices below `limit`, but for nil.
  @inline(__always)
  mutating func append(_ limit: Int, _ next: (Int) -> UInt32?) {
    var end = count
    var pixels = storage.mutableSpan
    for index in 0..<limit {
      guard let pixel = next(index), end < pixels.count else { continue }
      pixels[end] = pixel
      end += 1
    }
    count = end
  }

  /// Adds the first of some pixels.
  mutating func append(_ pixels: [UInt32], count added: Int) {
    var end = count
    var room = storage.mutableSpan
    for index in 0..<min(added, room.count - end) {
      room[end] = pixels[index]
      end += 1
    }
    count = end
  }
}
