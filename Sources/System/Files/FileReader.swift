package import ByteText

/// A file read from front to end by someone who only asks for bytes and cannot catch errors.
///
/// A failure is kept in ``failure`` and every later read fails too. Belongs to one thread.
package final class FileReader {
  private let shared: SharedFile
  private var position: Int?
  /// Why reading failed.
  package private(set) var failure: SystemError?

  /// Reads on from the file's position, as a pipe must be.
  package init(_ file: consuming OpenFile) {
    shared = SharedFile(file)
  }

  /// Reads a regular file from a place of its own, whatever moves the file's position.
  package convenience init(_ file: consuming OpenFile, from offset: Int) {
    self.init(SharedFile(file), from: offset)
  }

  /// Reads a regular file that others may hold, too, from a place of its own.
  package init(_ shared: SharedFile, from offset: Int) {
    self.shared = shared
    position = offset
  }

  package var path: ByteString { shared.file.path }

  /// What the system knows of the file.
  package func status() throws(SystemError) -> FileStatus {
    try shared.file.status()
  }

  /// Fills the front of a buffer.
  ///
  /// - Returns: the count of bytes, 0 at the end, -1 when reading failed.
  package func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    guard failure == nil else { return -1 }
    do {
      guard let offset = position else { return try shared.file.read(into: &buffer) }
      let count = try shared.file.read(into: &buffer, at: offset)
      position = offset + count
      return count
    } catch {
      failure = error
      return -1
    }
  }
}
