/// Which samples along an axis make one sample of the result, and with what weights.
///
/// Lanczos windowed sinc with a = 3 (Duchon 1979; Turkowski 1990), stretched by the scale when a
/// picture gets smaller, so that it also keeps out frequencies the result cannot hold. Weights add up
/// to 1; samples beyond the picture's edge do not count.
struct LanczosWeights {
  private static let lobes = 3.0

  /// The samples of each result: a window of the source's.
  private(set) var windows: [Range<Int>] = []
  /// The weights of all windows, one after another.
  private(set) var weights: [Float] = []
  /// Where the weights of each window begin.
  private(set) var starts: [Int] = []

  /// - Parameters:
  ///   - kept: the part of the source that is to fill the result, in samples.
  ///   - source: how many samples there are.
  ///   - count: how many are wanted.
  init(kept: Range<Double>, of source: Int, count: Int) {
    let scale = (kept.upperBound - kept.lowerBound) / Double(count)
    let stretch = max(scale, 1)
    let reach = Self.lobes * stretch
    for place in 0..<count {
      let centre = kept.lowerBound + (Double(place) + 0.5) * scale
      let first = min(max(0, Int((centre - reach + 0.5).rounded(.down))), source - 1)
      let end = max(min(source, Int((centre + reach + 0.5).rounded(.down))), first + 1)
      let raw = (first..<end).map { Self.kernel((Double($0) + 0.5 - centre) / stretch) }
      let sum = raw.reduce(0, +)
      starts.append(weights.count)
      windows.append(first..<end)
      weights += raw.map { Float(sum == 0 ? 1 / Double(raw.count) : $0 / sum) }
    }
  }

  /// The filter at a distance in samples of the result.
  private static func kernel(_ distance: Double) -> Double {
    guard distance != 0 else { return 1 }
    guard abs(distance) < lobes else { return 0 }
    let angle = distance * .pi
    return sine(turns: distance) * sine(turns: distance / lobes) * lobes / (angle * angle)
  }

  /// The sine of π times a number, by its series about the nearest whole one.
  ///
  /// The same on every machine, which the C library does not promise. The error is below 1e-15.
  private static func sine(turns: Double) -> Double {
    let whole = turns.rounded()
    let angle = (turns - whole) * .pi
    let square = angle * angle
    var sum = 1.0
    for divisor in seriesDivisors { sum = 1 - sum * square / divisor }
    return Int(whole).isMultiple(of: 2) ? angle * sum : -angle * sum
  }

  /// What each term of the series is divided by more than the one before, last term first.
  private static let seriesDivisors: [Double] = [
    420, 342, 272, 210, 156, 110, 72, 42, 20, 6,
  ]
}
