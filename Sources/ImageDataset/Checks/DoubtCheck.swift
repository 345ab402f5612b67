internal import ByteText
internal import ImageAnalysis
internal import System

/// Asks which pictures look like those of another class than their own.
///
/// Each is judged by what the others teach. Named are those whose own class is improbable while another
/// is fairly probable; the least probable first, as wrong labels mostly are.
struct DoubtCheck: Check {
  /// Above this, a picture's own class is probable enough.
  private static let mostOwn: Float = 0.15
  /// Below this, no other class is.
  private static let leastOther: Float = 0.4
  /// How many pictures that were not learnt from are judged at once.
  private static let batch = 192

  private struct Member {
    let file: Int
    let owner: ByteString
  }

  private struct Doubt {
    let member: Int
    let own: Float
    let other: Float
    let className: ByteString
  }

  private let jobs: Int
  private var sketches = PieceStore()
  private var members: [Member] = []
  private var doubts: [Doubt] = []
  private var files = ByteStringPool()

  init(jobs: Int) {
    self.jobs = jobs
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let sketch = picture.examination?.sketch else { return }
    sketches.append(sketch.stored)
    members.append(
      Member(file: files.append(picture.picture.file), owner: picture.picture.className))
  }

  mutating func conclude(_ progress: (Int) -> Void) throws {
    try sketches.flush()
    var steps = 0
    doubts = try withoutActuallyEscaping(progress) { progress in
      do {
        return try found(
          LaneSpreader(jobs: jobs) {
            steps += 1
            progress(steps)
          })
      } catch is WorkStopped {
        return []
      }
    }
  }

  func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    for doubt in doubts.sorted(by: { ($0.own, $0.member) < ($1.own, $1.member) }) {
      let member = members[doubt.member]
      guard subject.isStill(files[member.file]) else { continue }
      let (own, other) = (
        Decimal.text(Double(doubt.own), digits: 2), Decimal.text(Double(doubt.other), digits: 2)
      )
      report(
        Finding(
          .labelDoubt, files[member.file],
          "it looks like '\(doubt.className.displayed)' (\(other)), "
            + "hardly like '\(member.owner.displayed)' (\(own))",
          score: Double(1 - doubt.own)))
    }
  }

  private func found(_ spreader: LaneSpreader) throws -> [Doubt] {
    let classes = Set(members.map(\.owner)).sorted()
    guard classes.count > 1 else { return [] }
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    let labels = members.map { numbers[$0.owner] ?? 0 }
    let order = MixedOrder.of(labels)
    let learnt = Array(order.prefix(LearnerMaterial.mostLearnt))
    let (learner, leaveOneOut) = try Learner.learn(
      from: try sketched(learnt), labels: learnt.map { labels[$0] }, classes: classes.count,
      spreader: spreader)
    var doubts: [Doubt] = []
    func judge(_ number: Int, _ probabilities: [Float]) {
      let own = probabilities[labels[number]]
      let best = classes.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      guard own < Self.mostOwn, probabilities[best] > Self.leastOther else { return }
      doubts.append(
        Doubt(member: number, own: own, other: probabilities[best], className: classes[best]))
    }
    for (number, probabilities) in zip(learnt, leaveOneOut) { judge(number, probabilities) }
    let others = Array(order.dropFirst(learnt.count))
    for first in stride(from: 0, to: others.count, by: Self.batch) {
      let some = Array(others[first..<min(others.count, first + Self.batch)])
      let judgements = try learner.judge(try sketched(some), spreader: spreader)
      for (number, judgement) in zip(some, judgements) { judge(number, judgement.probabilities) }
    }
    return doubts
  }

  private func sketched(_ numbers: [Int]) throws -> [PictureSketch] {
    var result: [PictureSketch] = []
    for number in numbers {
      guard let sketch = PictureSketch(stored: try sketches.piece(number)) else {
        throw WorkStopped()
      }
      result.append(sketch)
    }
    return result
  }
}
