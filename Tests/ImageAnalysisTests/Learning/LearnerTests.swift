import Testing

@testable import ImageAnalysis

struct LearnerTests {
  @Test func `learns shapes whatever their colours and places`() throws {
    let (sketches, labels) = ShapesToLearn.some(36)
    let (learner, leaveOneOut) = try Learner.learn(
      from: sketches, labels: labels, classes: 3, spreader: SerialWork())
    let right = zip(leaveOneOut, labels).count { $0[$1] == $0.max() }
    #expect(right >= 30)
    let (others, truth) = ShapesToLearn.some(12, seed: 1_000)
    let judgements = try learner.judge(others, spreader: SerialWork())
    #expect(zip(judgements, truth).count { $0.probabilities[$1] == $0.probabilities.max() } >= 10)
    for judgement in judgements {
      #expect(abs(judgement.probabilities.reduce(0, +) - 1) < 1e-5)
      for (owner, number) in judgement.nearest.enumerated() {
        #expect(number.map { labels[$0] } == owner)
      }
    }
  }

  @Test func `learns from a few landmarks what it learns from all`() throws {
    let (sketches, labels) = ShapesToLearn.some(36)
    let (learner, leaveOneOut) = try Learner.learn(
      from: sketches, labels: labels, classes: 3,
      extent: .init(mostExact: 20, landmarks: 24), spreader: SerialWork())
    #expect(learner.knownCount == 24)
    #expect(zip(leaveOneOut, labels).count { $0[$1] == $0.max() } >= 30)
    let (others, truth) = ShapesToLearn.some(12, seed: 1_000)
    let judgements = try learner.judge(others, spreader: SerialWork())
    #expect(zip(judgements, truth).count { $0.probabilities[$1] == $0.probabilities.max() } >= 10)
  }

  @Test func `is the same to the last bit however work is spread, and after being kept`() throws {
    let (sketches, labels) = ShapesToLearn.some(9)
    let (serial, _) = try Learner.learn(
      from: sketches, labels: labels, classes: 3, spreader: SerialWork())
    let (spread, _) = try Learner.learn(
      from: sketches, labels: labels, classes: 3, spreader: BackwardWork())
    let bytes = serial.stored
    #expect(bytes == spread.stored)
    let kept = try #require(Learner(stored: bytes))
    let picture = [ShapesToLearn.sketch(of: 1, seed: 77)]
    let before = try serial.judge(picture, spreader: SerialWork())
    #expect(
      try kept.judge(picture, spreader: SerialWork())[0].probabilities
        == before[0].probabilities)
  }

  @Test func `is no learner with a byte less, a byte more or another side`() throws {
    let (sketches, labels) = ShapesToLearn.some(3)
    let (learner, _) = try Learner.learn(
      from: sketches, labels: labels, classes: 3, spreader: SerialWork())
    let bytes = learner.stored
    #expect(Learner(stored: bytes.dropLast()) == nil)
    #expect(Learner(stored: bytes + [0]) == nil)
    #expect(Learner(stored: [63] + bytes.dropFirst()) == nil)
    #expect(Learner(stored: []) == nil)
  }

  @Test func `is sure where there is one class, and learns from a single picture`() throws {
    let (learner, leaveOneOut) = try Learner.learn(
      from: [ShapesToLearn.sketch(of: 0, seed: 1)], labels: [0], classes: 1,
      spreader: SerialWork())
    #expect(leaveOneOut == [[1]])
    let other = try learner.judge([ShapesToLearn.sketch(of: 1, seed: 2)], spreader: SerialWork())
    #expect(other[0].probabilities == [1])
  }
}

/// Does the last work first.
private struct BackwardWork: WorkSpreader {
  func map<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Output
  ) throws(WorkStopped) -> [Output] {
    (0..<count).reversed().map(work).reversed()
  }
}

extension Learner {
  fileprivate init?(stored bytes: some Sequence<UInt8>) {
    self.init(stored: Array(bytes))
  }
}
