internal import ByteText
internal import Glibc

/// The file descriptors this process may have open at once.
package enum Descriptors {
  /// How many there may be, once the soft limit has been raised towards `wanted` as far as the hard
  /// one allows.
  ///
  /// Programs started later inherit the raised limit.
  package static func limit(raisedTo wanted: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 256
    }
    let raised = min(max(limit.rlim_cur, rlim_t(wanted)), limit.rlim_max)
    if raised > limit.rlim_cur {
      let before = limit
      limit.rlim_cur = raised
      if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 {
        limit = before
      }
    }
    return Int(clamping: limit.rlim_cur)
  }

  /// Makes room for so many descriptors before there are threads.
  ///
  /// Linux doubles a process's table as it fills, and once threads share it every doubling waits
  /// for a grace period of RCU, some 10 ms, while none of them can open a file. Without the room all
  /// goes on as well, but for these waits.
  package static func makeRoom(for count: Int) {
    let highest = min(count, limit(raisedTo: count)) - 1
    _ = try? OpenFile.folder("/").duplicate(atLeast: Int32(clamping: highest))
  }
}
