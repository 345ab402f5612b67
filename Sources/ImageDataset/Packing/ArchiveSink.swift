internal import ArchiveFormats
internal import ByteText
internal import System

/// Where an archive's bytes go: a file staged beside its final name, or standard output.
///
/// Counts and hashes what passes, and gathers small pieces into large ones.
final class ArchiveSink {
  private let staged: StagedFile?
  let target: ByteString
  private let standardOutput = StandardStreams.output()
  private let isHashed: Bool
  private var digest = SHA256()
  private(set) var count = 0
  /// Small pieces that are still to be written.
  private var gathered: [UInt8] = []
  private static let mostGathered = 1 << 18
  /// How many bytes have been written, and how many of those are on their way to the disk.
  private var written = 0
  private var started = 0
  private static let writeBackStep = 2 << 20

  /// Begins a file at a path, or standard output for `-`.
  ///
  /// - Parameter isHashed: whether anyone will ask for the digest, half the cost of writing.
  init(_ path: ByteString, isHashed: Bool = true) throws(SystemError) {
    target = path
    self.isHashed = isHashed
    staged = path == "-" ? nil : try StagedFile(in: path.parent, named: true)
  }

  /// Runs what works on the staged file, whose own name means nothing to anyone.
  private func onTarget<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    do {
      return try body()
    } catch {
      throw SystemError(code: error.code, operation: error.operation, path: target)
    }
  }

  func write(_ bytes: Span<UInt8>) throws(SystemError) {
    if isHashed { digest.update(bytes) }
    count += bytes.count
    if gathered.count + bytes.count > Self.mostGathered { try release() }
    if bytes.count > Self.mostGathered / 4 {
      try release()
      try put(bytes)
    } else {
      gathered.append(bytes)
    }
  }

  private func release() throws(SystemError) {
    // Out of the object while it is written, so that its memory serves the next pieces too.
    var pieces: [UInt8] = []
    swap(&pieces, &gathered)
    try put(pieces.span)
    pieces.removeAll(keepingCapacity: true)
    swap(&pieces, &gathered)
  }

  private func put(_ bytes: Span<UInt8>) throws(SystemError) {
    if let staged {
      try onTarget { () throws(SystemError) in try staged.write(bytes) }
      written += bytes.count
      if written - started >= Self.writeBackStep { try beginWriteBack() }
    } else {
      try standardOutput.write(bytes)
    }
  }

  private func beginWriteBack() throws(SystemError) {
    try staged?.beginWriteBack(at: started, count: written - started)
    started = written
  }

  /// Makes the file durable and gives its descriptor back; returns the digest, empty if not asked for.
  func flush() throws(SystemError) -> [UInt8] {
    try release()
    if let staged {
      try beginWriteBack()
      // The system has to drop what it holds of a file that is replaced: it does while the disk writes.
      if let replaced = try? OpenFile.reading(target) { replaced.adviseUnneeded() }
      try onTarget { () throws(SystemError) in try staged.flush() }
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
