internal import ArchiveFormats
internal import ByteText
internal import System

/// Where an archive's bytes go: a file staged beside its final name, or standard output.
///
/// Counts and hashes what passes.
final class ArchiveSink {
  private let staged: StagedFile?
  private let target: ByteString
  private let standardOutput = StandardStreams.output()
  private var digest = SHA256()
  private(set) var count = 0

  init(_ output: PackOptions.Output) throws(SystemError) {
    switch output {
    case .file(let path):
      target = path
      try Leftovers.sweep(path.parent)
      staged = try StagedFile(in: path.parent, named: true)
    case .standardOutput:
      target = "-"
      staged = nil
    }
  }

  func write(_ bytes: Span<UInt8>) throws(SystemError) {
    if let staged {
      try staged.write(bytes)
    } else {
      try standardOutput.write(bytes)
    }
    digest.update(bytes)
    count += bytes.count
  }

  /// Makes the archive durable and gives it its name; one that was there is replaced at once.
  func finish() throws(SystemError) -> [UInt8] {
    if let staged {
      try staged.flush()
      try staged.replace(target)
      try Files.flushFolder(target.parent)
    }
    return digest.finish()
  }
}
