/// Spreads independent work over threads, for whoever may not make threads itself.
package protocol WorkSpreader {
  /// Makes as many outputs as asked for, on any threads and in any order.
  ///
  /// - Returns: the outputs by their numbers, the same however many threads there are.
  /// - Throws: ``WorkStopped`` if someone asked the program to end meanwhile.
  func map<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Output
  ) throws(WorkStopped) -> [Output]
}

/// The program was asked to end before the work was done.
package struct WorkStopped: Error {
  package init() {}
}

/// Does all work on the calling thread.
package struct SerialWork: WorkSpreader {
  package init() {}

  package func map<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Output
  ) throws(WorkStopped) -> [Output] {
    (0..<count).map(work)
  }
}
