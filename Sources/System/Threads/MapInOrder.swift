/// Works on a sequence of inputs with several threads and takes the outputs in the inputs' order.
///
/// `next` and `consume` run on the calling thread only. Outputs that are ready are consumed before
/// the next input is asked for, so a list that trickles in is answered as it comes. With one job, or
/// if the system gives no threads, everything runs on the calling thread.
///
/// - Parameters:
///   - jobs: the number of threads that work.
///   - window: the most inputs under way at once, from `next` to `consume`: what bounds memory.
///   - next: gives the next input, nil at the end.
///   - work: makes an output; runs on any thread. It must not keep for its output what another
///     `work` waits for (see ``MemoryBudget``).
///   - consume: takes an output.
///   - meanwhile: is run once on the calling thread where it would have to wait for the first time, if
///     it ever has.
/// - Throws: what `next` or `consume` throws, once the threads have ended; inputs not yet worked on
///   are dropped.
package func mapInOrder<Input: Sendable, Output: Sendable, Failure: Error>(
  jobs: Int, window: Int,
  next: () throws(Failure) -> Input?,
  work: @escaping @Sendable (Input) -> Output,
  consume: (Output) throws(Failure) -> Void,
  meanwhile: () -> Void = {}
) throws(Failure) {
  let lane = WorkLane<Input, Output>(window: max(1, window))
  var threads: [WorkerThread] = []
  while jobs > 1, threads.count < min(jobs, lane.window),
    let thread = WorkerThread({ lane.run(work) })
  {
    threads.append(thread)
  }
  if threads.isEmpty {
    while let input = try next() { try consume(work(input)) }
    return
  }
  defer {
    lane.stop(threads.count)
    for thread in threads { thread.join() }
  }
  var (isAtEnd, hasWaited) = (false, false)
  while true {
    while let output = lane.takeReady() { try consume(output) }
    if !isAtEnd, lane.hasRoom {
      if let input = try next() { lane.put(input) } else { isAtEnd = true }
    } else if !hasWaited {
      hasWaited = true
      meanwhile()
    } else if let output = lane.waitForNext() {
      try consume(output)
    } else {
      return
    }
  }
}
