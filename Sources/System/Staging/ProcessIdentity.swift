internal import ByteText
internal import Glibc

/// Which process of which machine: its number, when it began, and where numbers mean anything.
///
/// The number alone is used again, so the start (field 22 of `/proc/PID/stat`, in clock ticks since
/// boot) goes with it; and both say something only within one boot of one machine and one PID
/// namespace, whose hash is the ``realm``.
struct ProcessIdentity: Sendable, Hashable {
  let number: Int
  let start: UInt64
  let realm: UInt32

  /// This process, looked up each time.
  static var current: ProcessIdentity {
    let number = Int(getpid())
    return ProcessIdentity(number: number, start: start(of: number) ?? 0, realm: currentRealm)
  }

  /// The boot and the PID namespace; 0 where `/proc` says nothing.
  private static let currentRealm: UInt32 = {
    let boot = try? Files.readWhole("/proc/sys/kernel/random/boot_id", atMost: 4096)
    let namespace = try? Files.linkTarget("/proc/self/ns/pid")
    // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    return ((boot ?? []) + (namespace?.bytes ?? [])).reduce(2_166_136_261) { hash, byte in
      (hash ^ UInt32(byte)) &* 16_777_619
    }
  }()

  /// Whether it is known to have ended; nil when it belongs to another machine, boot or namespace.
  var hasEnded: Bool? {
    guard realm == Self.currentRealm else { return nil }
    guard let number = pid_t(exactly: number), number > 0 else { return true }
    if kill(number, 0) == -1, errno == ESRCH { return true }
    guard start != 0, let now = Self.start(of: Int(number)) else { return false }
    return now != start
  }

  /// When a process began, or nil if it is gone or `/proc` is not there.
  static func start(of number: Int) -> UInt64? {
    guard let text = try? Files.readWhole(ByteString("/proc/\(number)/stat"), atMost: 4096),
      let end = text.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    // The command's name, field 2, may hold spaces and parentheses; field 3 follows the last one.
    let fields = text[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 19 ? Decimal.number(fields[19]).map { UInt64($0) } : nil
  }
}
