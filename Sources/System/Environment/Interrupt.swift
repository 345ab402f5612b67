internal import ByteText
internal import Glibc
internal import Synchronization

/// Signals that ask the program to end, noted so that it can end in good order.
package enum Interrupt {
  private static let first = Atomic<Int32>(0)

  /// The number of the first such signal (SIGINT 2, SIGTERM 15, SIGHUP 1), or nil.
  ///
  /// The exit code is 128 more.
  package static var received: Int32? {
    let signal = first.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Catches SIGINT, SIGTERM and SIGHUP, unless the program was started with them ignored (`nohup`,
  /// a background job), and ignores SIGPIPE and SIGXFSZ, whose writes then fail with EPIPE and EFBIG.
  ///
  /// The handler notes the first signal; a SIGINT after it ends the process at once with 130. Waits
  /// are interrupted (no SA_RESTART), and again every second by an alarm, in case the signal came
  /// between a look at ``received`` and the wait.
  package static func install() {
    // A global is made at its first use, which must not be in the handler.
    _ = first.load(ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { catchSignal(signal) }
    catchSignal(SIGALRM)
    for signal in [SIGPIPE, SIGXFSZ] { Glibc.signal(signal, SIG_IGN) }
  }

  /// Ends what may be given up at any point.
  ///
  /// - Throws: EINTR if a signal was received.
  package static func check() throws(SystemError) {
    if received != nil { throw SystemError(code: EINTR, operation: "sigaction", path: "") }
  }

  /// What `body` makes, or nil if a signal ended it.
  package static func ending<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let error as SystemError {
      guard error.isInterruption, received != nil else { throw error }
      return nil
    }
  }

  /// Forgets what was received: for tests.
  static func reset() {
    first.store(0, ordering: .relaxed)
    alarm(0)
  }

  /// Runs within a signal: atomics, `_exit` and `alarm` are all it may use (signal-safety(7)).
  private static func note(_ signal: Int32) {
    if signal != SIGALRM {
      let (isFirst, _) = first.compareExchange(expected: 0, desired: signal, ordering: .relaxed)
      if !isFirst, signal == SIGINT { _exit(128 + SIGINT) }
    }
    if first.load(ordering: .relaxed) != 0 { alarm(1) }
  }

  private static func catchSignal(_ signal: Int32) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { Interrupt.note($0) }
    unsafe sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(signal, nil, &action)
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
