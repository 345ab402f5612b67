internal import ByteText
internal import CSystem

/// The processors this process may use.
package enum Processors {
  /// How many may work for it at once, at least 1: those it may run on (`sched_getaffinity`), but no
  /// more than the quota of its control group (version 2, `cpu.max`) rounded up.
  package static var count: Int {
    let allowed = max(1, Int(imgds_allowed_processors()))
    return min(allowed, groupQuota ?? allowed)
  }

  /// The least quota of the control groups around the process, in whole processors.
  private static var groupQuota: Int? {
    guard let groups = try? Files.readWhole("/proc/self/cgroup", atMost: 1 << 16) else {
      return nil
    }
    let line = ByteString(groups).split(on: UInt8(ascii: "\n")).first { $0.hasPrefix("0::/") }
    guard let line else { return nil }
    var path: ByteString = "/sys/fs/cgroup"
    var quotas = [quota(of: path)]
    for component in ByteString(line.bytes.dropFirst(3)).components {
      path = path.appending(component)
      quotas.append(quota(of: path))
    }
    return quotas.compactMap(\.self).min()
  }

  private static func quota(of group: ByteString) -> Int? {
    (try? Files.readWhole(group.appending("cpu.max"), atMost: 4096))
      .flatMap { processors(inQuota: ByteString($0)) }
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
