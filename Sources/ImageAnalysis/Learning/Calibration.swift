/// Makes scores probabilities.
///
/// They are the softmax of scores times a factor, chosen so that on pictures that were not learnt from
/// the true classes are as likely as can be (Guo and others 2017, 4.2: temperature scaling).
package struct Calibration: Sendable {
  /// What scores are multiplied by.
  let factor: Float

  private static let factors: ClosedRange<Float> = 0.25...64
  private static let steps = 24
  /// The most pictures and scores that are asked about a factor.
  private static let mostPictures = 4_000
  private static let mostScores = 400_000

  init(factor: Float) {
    self.factor = factor
  }

  /// Chooses the factor by golden-section search on its logarithmic scale.
  init(_ scores: [[Float]], labels: [Int]) {
    guard let classes = scores.first?.count, classes > 1 else {
      factor = 1
      return
    }
    let most = max(1, min(Self.mostPictures, Self.mostScores / classes))
    let step = (scores.count + most - 1) / most
    let pictures = stride(from: 0, to: scores.count, by: step).map { (scores[$0], labels[$0]) }
    let doubt = 1 / Double(pictures.count + 2)
    func surprise(_ octave: Double) -> Double {
      let factor = Float(Elementary.exponential(octave))
      return pictures.reduce(0) { $0 + Self.surprise($1.0, label: $1.1, factor, doubt) }
    }
    var low = Elementary.logarithm(Double(Self.factors.lowerBound))
    var high = Elementary.logarithm(Double(Self.factors.upperBound))
    let part = 0.618_033_988_749_894_9
    var (left, right) = (high - part * (high - low), low + part * (high - low))
    var (first, second) = (surprise(left), surprise(right))
    for _ in 0..<Self.steps {
      if first < second {
        (high, right, second) = (right, left, first)
        left = high - part * (high - low)
        first = surprise(left)
      } else {
        (low, left, first) = (left, right, second)
        right = low + part * (high - low)
        second = surprise(right)
      }
    }
    factor = Float(Elementary.exponential((low + high) / 2))
  }

  /// Minus the logarithm of the probability that scores give the true class.
  ///
  /// With a small part of the same for the other classes, since of few pictures all may be right by
  /// chance (J. Platt 1999 smooths so).
  private static func surprise(
    _ scores: [Float], label: Int, _ factor: Float, _ doubt: Double
  ) -> Double {
    let most = scores.max() ?? 0
    let (powers, sum) = powers(scores, factor)
    let all = scores.reduce(0) { $0 + Double($1 - most) }
    let own = Double(scores[label] - most)
    let others = (all - own) / Double(powers.count - 1)
    let expected = (1 - doubt) * own + doubt * others
    return Elementary.logarithm(Double(sum)) - Double(factor) * expected
  }

  /// The probabilities of scores, 0…1 with the sum 1.
  func probabilities(_ scores: [Float]) -> [Float] {
    Self.probabilities(scores, factor)
  }

  private static func probabilities(_ scores: [Float], _ factor: Float) -> [Float] {
    let (powers, sum) = powers(scores, factor)
    return powers.map { $0 / sum }
  }

  /// What the probabilities are proportional to, 1 for the highest score.
  private static func powers(_ scores: [Float], _ factor: Float) -> ([Float], sum: Float) {
    guard let most = scores.max() else { return ([], 0) }
    var powers = [Float](repeating: 0, count: scores.count)
    for first in stride(from: 0, to: scores.count, by: 4) {
      let count = min(4, scores.count - first)
      var four = SIMD4<Float>()
      for lane in 0..<count { four[lane] = (scores[first + lane] - most) * factor }
      four = FastExponential.of(four)
      for lane in 0..<count { powers[first + lane] = four[lane] }
    }
    return (powers, powers.reduce(0, +))
  }
}
