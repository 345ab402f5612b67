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
    func surprise(_ octave: Double) -> Double {
      let factor = Float(Elementary.exponential(octave))
      return pictures.reduce(0) { sum, picture in
        let likelihood = Self.probabilities(picture.0, factor)[picture.1]
        return sum - Elementary.logarithm(Double(max(likelihood, 1e-9)))
      }
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

  /// The probabilities of scores, 0…1 with the sum 1.
  func probabilities(_ scores: [Float]) -> [Float] {
    Self.probabilities(scores, factor)
  }

  private static func probabilities(_ scores: [Float], _ factor: Float) -> [Float] {
    guard let most = scores.max() else { return [] }
    var powers = [Float](repeating: 0, count: scores.count)
    for first in stride(from: 0, to: scores.count, by: 4) {
      let count = min(4, scores.count - first)
      var four = SIMD4<Float>()
      for lane in 0..<count { four[lane] = (scores[first + lane] - most) * factor }
      four = FastExponential.of(four)
      for lane in 0..<count { powers[first + lane] = four[lane] }
    }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
