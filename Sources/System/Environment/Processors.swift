internal import ByteText
internal import CSystem

/// The processors this process may use.
package enum Processors {
  /// How many may work for it at once, at least 1: those it may run on (`sched_getaffinity`), but no
  /// more than the quota of its control group (version 2, `cpu.max`) rounded up.
  package static var count: Int {
    let allowed = max(1, Int(imgds_allowed_processors()))
    let quota = ControlGroups.least("cpu.max", processors(inQuota:))
    return min(allowed, quota ?? allowed)
  }

  /// Processors, rounded up, of a quota `MICROSECONDS PERIOD`; nil for `max`.
  static func processors(inQuota text: ByteString) -> Int? {
    let line = text.split(on: UInt8(ascii: "\n"))[0]
    let parts = line.split(on: UInt8(ascii: " ")).map { Decimal.number($0.bytes) }
    guard parts.count == 2, let quota = parts[0], let period = parts[1], period > 0 else {
      return nil
    }
    return max(1, (quota + period - 1) / period)
  }
}
