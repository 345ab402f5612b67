package import ByteText

/// The weights of train, val and, if there are three, test.
package struct SplitShares: Sendable, Hashable {
  /// In ten-thousandths, each at least 1.
  private let weights: [Int]
  private static let unit = 10_000
  private static let largest = 10_000

  /// The parts that the weights make.
  package var parts: [SplitPart] { SplitPart.allCases.prefix(weights.count).map(\.self) }

  /// Reads two or three weights parted by commas, as `80,10,10` or `0.8,0.2`; nil if they are none.
  ///
  /// A weight is above 0, at most 10,000 and has at most four decimals; only their proportion counts.
  package init?(_ text: ByteString) {
    let words = text.split(on: UInt8(ascii: ","))
    let weights = words.compactMap(Self.weight)
    guard weights.count == words.count, (2...3).contains(weights.count) else { return nil }
    self.weights = weights
  }

  private static func weight(_ text: ByteString) -> Int? {
    let parts = text.split(on: UInt8(ascii: "."))
    guard parts.count <= 2, let whole = Decimal.number(parts[0].bytes), whole <= largest else {
      return nil
    }
    var fraction = parts.count == 2 ? parts[1].bytes : []
    guard parts.count == 1 || (1...4).contains(fraction.count) else { return nil }
    while fraction.count < 4 { fraction.append(UInt8(ascii: "0")) }
    guard let rest = Decimal.number(fraction) else { return nil }
    let weight = whole * unit + rest
    return (1...largest * unit).contains(weight) ? weight : nil
  }

  /// Where a class of so many images, in their order, is cut: a part goes from one cut to the next.
  ///
  /// A cut is the cumulative share rounded to the nearest, so every part is less than one image away
  /// from its share. A middle part of less than one image is widened to one about its middle, and no
  /// part is empty while there are as many images as parts; where images are fewer the first parts
  /// have one each. One image more moves no cut, or one or both by one, never back: so it moves at
  /// most one image across each.
  package func cuts(of count: Int) -> [Int] {
    clamped(exactCuts(of: count), count)
  }

  /// The cuts before parts are kept from being empty.
  ///
  /// Numbers are doubled so that halves stay whole: x stands for x / 2 · W images.
  private func exactCuts(of count: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    func rounded(_ doubled: Int) -> Int {
      Int((Double(doubled + sum) / Double(2 * sum)).rounded(.down))
    }
    let first = 2 * count * weights[0]
    guard weights.count == 3 else { return [rounded(first)] }
    let second = first + 2 * count * weights[1]
    let middle = (first + second) / 2
    return [rounded(min(first, middle - sum)), rounded(max(second, middle + sum))]
  }

  /// Cuts of units, groups or single images, none of whose parts is empty needlessly.
  func clamped(_ cuts: [Int], _ count: Int) -> [Int] {
    var last = 0
    return cuts.enumerated().map { index, cut in
      let ahead = cuts.count - index
      let least = min(last + 1, count)
      let most = max(count - ahead, min(index + 1, count))
      last = max(min(max(cut, least), most), last)
      return last
    }
  }
}
