internal import ByteText

/// What sizes are usual among many: within three interquartile ranges of the quartiles.
///
/// Sizes are the roots of areas. Where at least half are alike to the pixel, every other is unusual.
struct UsualSizes {
  private let low: Double
  private let high: Double

  init(_ sizes: [Double]) {
    let sorted = sizes.sorted()
    let (first, third) = (Self.quantile(sorted, 0.25), Self.quantile(sorted, 0.75))
    low = first - 3 * (third - first)
    high = third + 3 * (third - first)
  }

  /// Linear between the two nearest, as NumPy's percentile.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }

  private var middle: Double { (low + high) / 2 }

  func contain(_ size: Double) -> Bool {
    score(of: size) >= (high > low ? 0.5 : 1)
  }

  /// 1 in the middle; 0.5 at the ends of the usual, or if that is one size, less with every pixel.
  func score(of size: Double) -> Double {
    let unit = high > low ? high - low : middle
    return 1 - min(abs(size - middle) / unit, 1)
  }

  /// What is unusual about a size, with the decimals that it takes to tell it from the usual.
  func words(about size: Double) -> String {
    let near = size < middle ? max(0, low) : high
    let digits = (0...9).first { Decimal.text(size, digits: $0) != Decimal.text(near, digits: $0) }
    func text(_ number: Double) -> String {
      digits.map { Decimal.text(number, digits: $0) } ?? "\(number)"
    }
    let usual = high > low ? "\(text(max(0, low))) to \(text(high))" : text(high)
    return "side \(text(size)), of most \(usual)"
  }
}
