internal import Glibc

/// The time of day and the time that passes.
package enum Clocks {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  package static func now() -> Int {
    read(CLOCK_REALTIME).tv_sec
  }

  /// Seconds since some instant, which no one can set: for durations.
  package static func monotonicSeconds() -> Double {
    let time = read(CLOCK_MONOTONIC)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits, or until a signal comes.
  package static func pause(milliseconds: Int) {
    var time = timespec(
      tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    unsafe nanosleep(&time, nil)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time
  }
}
