package import ByteText

/// What is wrong with an archive or one of its entries.
package struct ArchiveFault: Error, Hashable, Sendable {
  /// The kinds of faults.
  package enum Code: Hashable, Sendable {
    /// The archive contradicts itself or the format, or asks for what is not read here.
    case badArchive
    /// An entry's name would leave the folder it is unpacked to, or means different things to
    /// different readers.
    case unsafeName
    /// The bytes could not be read; the archive itself may be sound.
    case readFailed
  }

  package let code: Code
  /// The entry's name as it stands in the directory, or nil when the archive as a whole is meant.
  package let entry: ByteString?
  /// What is wrong, and at which byte of the archive.
  package let message: String
}

/// The faults found so far, at most `limit` of them, the rest counted.
///
/// A hostile directory may hold a fault for every 46 bytes; what is said of it must not grow much
/// larger than itself.
struct FaultList {
  private static let limit = 10_000

  private var listed: [ArchiveFault] = []
  private var unlisted = 0

  mutating func report(_ message: String, entry: ByteString? = nil) {
    report(ArchiveFault(code: .badArchive, entry: entry, message: message))
  }

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
