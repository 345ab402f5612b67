internal import ImageAnalysis

/// The dominant colours of many pictures together.
///
/// Colours are gathered by basic name, each picture weighing the same; a gathered colour is the mean
/// of its members by share, so it is one that the pictures really have.
struct ColourSummary {
  private struct Sum {
    var red = 0.0
    var green = 0.0
    var blue = 0.0
    var share = 0.0
  }

  private var sums: [String: Sum] = [:]
  private var pictures = 0

  mutating func add(_ colours: [DominantColour]) {
    guard !colours.isEmpty else { return }
    pictures += 1
    for colour in colours {
      let name = ColourNames.basicName(of: colour.name) ?? colour.name
      sums[name, default: Sum()].red += Double(colour.red) * colour.share
      sums[name, default: Sum()].green += Double(colour.green) * colour.share
      sums[name, default: Sum()].blue += Double(colour.blue) * colour.share
      sums[name, default: Sum()].share += colour.share
    }
  }

  /// The colours of largest share, at most `count`, largest first.
  func largest(_ count: Int) -> [DominantColour] {
    let sorted = sums.filter { $0.value.share > 0 }
      .sorted { ($1.value.share, $0.key) < ($0.value.share, $1.key) }
    return sorted.prefix(count).map { _, sum in
      func level(_ total: Double) -> UInt8 { UInt8((total / sum.share).rounded()) }
      return DominantColour(
        red: level(sum.red), green: level(sum.green), blue: level(sum.blue),
        share: sum.share / Double(pictures))
    }
  }
}
