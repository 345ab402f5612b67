internal import ArchiveFormats
internal import ByteText
internal import System

/// Where an archive's bytes go: a file staged beside its final name, or standard output.
///
/// Counts and hashes what passes.
final class ArchiveSink {
  private let staged: StagedFile?
  let target: ByteString
  private let standardOutput = StandardStreams.output()
  private let isHashed: Bool
  private var digest = SHA256()
  private(set) var count = 0

  /// Begins a file at a path, or standard output for `-`.
  ///
  /// - Parameter isHashed: whether anyone will ask for the digest, half the cost of writing.
  init(_ path: ByteString, isHashed: Bool = true) throws(SystemError) {
    target = path
    self.isHashed = isHashed
    staged = path == "-" ? nil : try StagedFile(in: path.parent, named: true)
  }

  func write(_ bytes: Span<UInt8>) throws(SystemError) {
    if let staged {
      try staged.write(bytes)
    } else {
      try standardOutput.write(bytes)
    }
    if isHashed { digest.update(bytes) }
    count += bytes.count
  }

  /// Makes the file durable and gives its descriptor back; returns the digest, empty if not asked for.
  func flush() throws(SystemError) -> [UInt8] {
    if let staged {
      try staged.flush()
      staged.close()
    }
    return isHashed ? digest.finish() : []
  }

  /// Gives the file its name; one that was there is replaced at once.
  func place() throws(SystemError) {
    guard let staged else { return }
    try staged.replace(target)
    try Files.flushFolder(target.parent)
  }
}
