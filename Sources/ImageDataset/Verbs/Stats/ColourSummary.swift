internal import ImageAnalysis

/// The dominant colours of many pictures together.
///
/// Colours are gathered by basic name, each picture weighing the same; a gathered colour is the mean
/// of its members by share, so it is one that the pictures really have. Shares are summed as whole
/// ten-thousandths, so the sums are the same whatever is added first.
struct ColourSummary: Sendable {
  private struct Sum {
    var red = 0
    var green = 0
    var blue = 0
    var share = 0

    mutating func add(_ other: Sum) {
      red += other.red
      green += other.green
      blue += other.blue
      share += other.share
    }
  }

  /// By the place of the name in ``ColourNames/basic``.
  private var sums = [Sum](repeating: Sum(), count: ColourNames.basic.count)
  private var pictures = 0
  private static let unit = 10_000.0

  mutating func add(_ colours: [DominantColour]) {
    guard !colours.isEmpty else { return }
    pictures += 1
    for colour in colours {
      let share = Int((colour.share * Self.unit).rounded())
      guard let place = ColourNames.basicIndex(of: colour.name), (0...10_000).contains(share) else {
        continue
      }
      sums[place].add(
        Sum(
          red: Int(colour.red) * share, green: Int(colour.green) * share,
          blue: Int(colour.blue) * share, share: share))
    }
  }

  /// The same of a line that was read quickly, or with a negative number the opposite.
  mutating func add(_ facts: QuickFacts, times: Int = 1) {
    guard facts.colourCount > 0 else { return }
    pictures += times
    for place in 0..<facts.colourCount {
      let colour = facts.colours[place]
      let share = Int(colour.share) * times
      sums[Self.basic[Int(colour.name)]].add(
        Sum(
          red: Int(colour.packed >> 16) * share, green: Int(colour.packed >> 8 & 255) * share,
          blue: Int(colour.packed & 255) * share, share: share))
    }
  }

  /// The place in ``ColourNames/basic`` of each of ``ColourNames/all``.
  private static let basic = ColourNames.all.map { ColourNames.basicIndex(of: $0) ?? 0 }

  mutating func merge(_ other: ColourSummary) {
    pictures += other.pictures
    for place in sums.indices { sums[place].add(other.sums[place]) }
  }

  /// The colours of largest share, at most `count`, largest first.
  func largest(_ count: Int) -> [DominantColour] {
    let named = zip(ColourNames.basic, sums).filter { $0.1.share > 0 }
      .sorted { ($1.1.share, $0.0) < ($0.1.share, $1.0) }
    return named.prefix(count).map { _, sum in
      func level(_ total: Int) -> UInt8 { UInt8((Double(total) / Double(sum.share)).rounded()) }
      return DominantColour(
        red: level(sum.red), green: level(sum.green), blue: level(sum.blue),
        share: Double(sum.share) / Self.unit / Double(pictures))
    }
  }
}
