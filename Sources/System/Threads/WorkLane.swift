/// The inputs and outputs under way between one thread that feeds and those that work: two rings
/// of `window` places, in order.
final class WorkLane<Input: Sendable, Output: Sendable>: Sendable {
  private struct State: Sendable {
    var inputs: [Input?]
    var outputs: [Output?]
    /// Counts of inputs put in and begun, and of outputs taken out.
    var put = 0
    var begun = 0
    var taken = 0
    /// Whether the feeding thread sleeps until the next output is there.
    var isAwaited = false
    var isStopped = false

    mutating func take(_ window: Int) -> Output? {
      guard let output = outputs[taken % window] else { return nil }
      outputs[taken % window] = nil
      taken += 1
      return output
    }

    mutating func begin(_ window: Int) -> (Int, Input)? {
      guard !isStopped, let input = inputs[begun % window] else { return nil }
      inputs[begun % window] = nil
      begun += 1
      return (begun - 1, input)
    }

    /// - Returns: whether the feeding thread waits for this very output.
    mutating func finish(_ place: Int, _ output: Output, _ window: Int) -> Bool {
      outputs[place % window] = output
      defer { if place == taken { isAwaited = false } }
      return isAwaited && place == taken
    }
  }

  let window: Int
  private let state: Guarded<State>
  private let inputsWaiting = Semaphore()
  private let nextIsReady = Semaphore()

  init(window: Int) {
    self.window = window
    state = Guarded(
      State(
        inputs: Array(repeating: nil, count: window),
        outputs: Array(repeating: nil, count: window)))
  }

  /// Whether another input may be put in.
  var hasRoom: Bool {
    state.withLock { $0.put - $0.taken < window }
  }

  func put(_ input: Input) {
    state.withLock { state in
      state.inputs[state.put % window] = input
      state.put += 1
    }
    inputsWaiting.signal()
  }

  /// The next output in order if it is there already.
  func takeReady() -> Output? {
    state.withLock { $0.take(window) }
  }

  /// The next output in order, waited for; nil if nothing is under way.
  func waitForNext() -> Output? {
    while true {
      let (output, isUnderWay) = state.withLock { state -> (Output?, Bool) in
        if let output = state.take(window) { return (output, true) }
        state.isAwaited = state.taken < state.put
        return (nil, state.isAwaited)
      }
      guard isUnderWay, output == nil else { return output }
      nextIsReady.wait()
    }
  }

  /// Works on inputs until stopped.
  func run(_ work: (Input) -> Output) {
    while true {
      inputsWaiting.wait()
      guard let (place, input) = state.withLock({ $0.begin(window) }) else { return }
      let output = work(input)
      if state.withLock({ $0.finish(place, output, window) }) { nextIsReady.signal() }
    }
  }

  /// Lets so many threads return from ``run(_:)`` once they finish what they work on.
  func stop(_ threads: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<threads { inputsWaiting.signal() }
  }
}
