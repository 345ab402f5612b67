internal import ImageCodec

/// How often each value and each brightness occurs, counted at evenly spread pixels.
///
/// Some 16,000 pixels say a percentile as well as all of them; smaller pictures are counted whole.
/// Samples are as stored: what is transparent counts with the colour it hides, as most loaders drop
/// the transparency.
struct SampleHistograms {
  private static let enough = 1 << 14
  /// The weights of red, green and blue in the square of brightness, in thousandths.
  ///
  /// From Darel Rex Finley's HSP colour model, 2006.
  private static let weights: (UInt32, UInt32, UInt32) = (241, 691, 68)
  private static let brightnessShift: UInt32 = 14

  private let channels: Int
  private let width: Int
  private let step: Int
  /// 256 counts a channel.
  private var values: [UInt32]
  /// By the square of brightness, in steps of 2¹⁴ thousandths.
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
    switch channels {
    case 1: pixels += Self.count(row, 1, places, in: &values, &brightness)
    case 2: pixels += Self.count(row, 2, places, in: &values, &brightness)
    case 3: pixels += Self.count(row, 3, places, in: &values, &brightness)
    default: pixels += Self.count(row, 4, places, in: &values, &brightness)
    }
  }

  /// Counts pixels of a row, of so many channels, and gives their number.
  @inline(__always)
  private static func count(
    _ row: Span<UInt8>, _ channels: Int, _ places: (first: Int, step: Int, end: Int),
    in values: inout [UInt32], _ brightness: inout [UInt32]
  ) -> Int {
    var values = values.mutableSpan
    var brightness = brightness.mutableSpan
    var counted = 0
    for pixel in stride(from: places.first, to: places.end, by: places.step) {
      let offset = pixel * channels
      let red = UInt32(row[offset])
      let green = channels < 3 ? red : UInt32(row[offset + 1])
      let blue = channels < 3 ? red : UInt32(row[offset + 2])
      for channel in 0..<channels {
        values[channel << 8 | Int(row[offset + channel])] &+= 1
      }
      let square =
        weights.0 &* red &* red &+ weights.1 &* green &* green &+ weights.2 &* blue &* blue
      brightness[Int(square >> brightnessShift)] &+= 1
      counted += 1
    }
    return counted
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
