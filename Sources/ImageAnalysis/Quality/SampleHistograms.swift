internal import ImageCodec

/// How often each value and each brightness occurs, counted at evenly spread pixels.
///
/// Some 16,000 pixels say a percentile as well as all of them; smaller pictures are counted whole.
/// Samples are as stored: what is transparent counts with the colour it hides, as most loaders drop
/// the transparency.
struct SampleHistograms {
  private static let enough = 1 << 14
  private static let brightnessShift = 14

  private let channels: Int
  private let width: Int
  private let step: Int
  /// 256 counts a channel.
  private var values: [UInt32]
  /// By the square of brightness, in steps of 2¹⁴ thousandths: that of Darel Rex Finley's HSP colour
  /// model, 2006.
  private var brightness = [UInt32](repeating: 0, count: (255 * 255 * 1000) >> 14 + 1)
  private var pixels = 0

  /// Prepares for rows of a layout whose sides are at least 1.
  init(layout: PixelLayout) {
    channels = layout.channels
    width = layout.width
    let share = Double(layout.width * layout.height) / Double(Self.enough)
    step = max(1, Int(share.squareRoot().rounded()))
    values = [UInt32](repeating: 0, count: layout.channels * 256)
  }

  /// Takes the next row of 8-bit samples.
  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard y.isMultiple(of: step) else { return }
    // The columns shift from row to row, so that upright stripes are met in their shares.
    let first = (y / step * 5) % step
    let places = (first: first, step: step, end: width)
    pixels += RowLoops.count(row, channels: channels, places, in: &values, &brightness)
  }

  /// The brightness, 0…1, below which a share of the pixels lies.
  func brightness(atShare share: Double) -> Double {
    let rank = share * Double(max(0, pixels - 1))
    var seen = 0
    for (step, count) in brightness.enumerated() where count > 0 {
      seen += Int(count)
      if Double(seen) > rank {
        let square = (Double(step) + 0.5) * Double(1 << Self.brightnessShift) / 1000
        return min(1, square.squareRoot() / 255)
      }
    }
    return 1
  }

  /// The entropy in bits of all channels' values taken together, alpha too.
  var entropy: Double {
    let total = Double(values.reduce(0) { $0 + UInt64($1) })
    guard total > 0 else { return 0 }
    let sum = values.reduce(0.0) { sum, count in
      count == 0 ? sum : sum + Double(count) * Elementary.logarithm(Double(count) / total)
    }
    return -sum / (total * Elementary.logarithm(2))
  }
}
