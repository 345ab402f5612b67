/// A number of bytes that several threads share, each taking what its work will hold.
///
/// First come, first served, so that a large request is not starved by small ones. One larger than
/// the whole budget is granted when nothing else is held.
package final class MemoryBudget: Sendable {
  private struct Request: Sendable {
    let bytes: Int
    let isGranted: Semaphore
  }

  private struct State: Sendable {
    var held = 0
    var waiting: [Request] = []
  }

  /// The bytes that may be held in all.
  package let total: Int
  private let state = Guarded(State())

  package init(total: Int) {
    self.total = total
  }

  /// Waits until so many bytes are free and takes them.
  ///
  /// Release them on every way out, and do not ask for more while holding some: two who do can wait
  /// for each other.
  package func acquire(_ bytes: Int) {
    let isGranted = Semaphore()
    let mustWait = state.withLock { state in
      if state.waiting.isEmpty, fits(bytes, state.held) {
        state.held += bytes
        return false
      }
      state.waiting.append(Request(bytes: bytes, isGranted: isGranted))
      return true
    }
    if mustWait { isGranted.wait() }
  }

  /// Gives back what was acquired.
  package func release(_ bytes: Int) {
    let granted = state.withLock { state -> [Request] in
      state.held -= bytes
      var count = 0
      for request in state.waiting {
        guard fits(request.bytes, state.held) else { break }
        state.held += request.bytes
        count += 1
      }
      let granted = Array(state.waiting.prefix(count))
      state.waiting.removeFirst(count)
      return granted
    }
    for request in granted { request.isGranted.signal() }
  }

  private func fits(_ bytes: Int, _ held: Int) -> Bool {
    held == 0 || bytes <= total - held
  }
}
