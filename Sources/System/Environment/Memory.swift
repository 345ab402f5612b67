internal import ByteText
internal import Glibc

/// The memory this process may use.
package enum Memory {
  /// Bytes: those of the machine, but no more than the limit of its control group (version 2,
  /// `memory.max`).
  package static var size: Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    let group = ControlGroups.least("memory.max", bytes(inLimit:))
    return min(machine > 0 ? machine : .max, group ?? .max)
  }

  /// The number on the first line; nil for `max`.
  static func bytes(inLimit text: ByteString) -> Int? {
    Decimal.number(text.split(on: UInt8(ascii: "\n"))[0].bytes)
  }
}
