internal import ImageAnalysis
internal import System

/// Spreads a learner's work over threads.
struct LaneSpreader: WorkSpreader {
  let jobs: Int
  /// Is called after each piece of work, on the thread that asked for it.
  var step: () -> Void = {}

  func map<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Output
  ) throws(WorkStopped) -> [Output] {
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    var next = 0
    mapInOrder(
      jobs: min(jobs, count), window: 4 * jobs,
      next: {
        guard next < count, Interrupt.received == nil else { return nil }
        defer { next += 1 }
        return next
      },
      work: work,
      consume: {
        outputs.append($0)
        step()
      })
    guard outputs.count == count else { throw WorkStopped() }
    return outputs
  }
}
