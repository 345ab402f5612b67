internal import ByteText

/// The faults found so far, at most `limit` of them, the rest counted.
///
/// A hostile directory may hold a fault for every 46 bytes; what is said of it must not grow much
/// larger than itself.
struct FaultList {
  private static let limit = 10_000

  private var listed: [ArchiveFault] = []
  private var unlisted = 0

  /// Adds that the archive, or one entry of it, is bad.
  mutating func report(_ message: String, entry: ByteString? = nil) {
    report(ArchiveFault(code: .badArchive, entry: entry, message: message))
  }

  /// Adds a fault of any kind.
  mutating func report(_ fault: ArchiveFault) {
    if listed.count < Self.limit { listed.append(fault) } else { unlisted += 1 }
  }

  /// All faults, the last of them saying how many more there are.
  var all: [ArchiveFault] {
    guard unlisted > 0 else { return listed }
    let rest = ArchiveFault(
      code: .badArchive, entry: nil, message: "\(unlisted) more faults are not listed")
    return listed + [rest]
  }
}
