package import ByteText
internal import Glibc

/// The one owner of an open file; closes it when it goes.
package struct OpenFile: ~Copyable, Sendable {
  /// What was opened, for messages.
  package let path: ByteString
  let descriptor: Int32
  /// Whether others close it, as they do the standard streams.
  let isBorrowed: Bool

  /// Takes over a descriptor, or borrows one that others close.
  init(descriptor: Int32, path: ByteString, isBorrowed: Bool = false) {
    self.descriptor = descriptor
    self.path = path
    self.isBorrowed = isBorrowed
  }

  deinit {
    if !isBorrowed { close(descriptor) }
  }

  /// What the system knows of the open file.
  package func status() throws(SystemError) -> FileStatus {
    var found = stat()
    try systemCall("fstat", path) { unsafe fstat(descriptor, &found) }
    guard let status = FileStatus(found) else {
      throw SystemError(code: EINVAL, operation: "fstat", path: path)
    }
    return status
  }

  /// Sets the permission bits of this very file, whatever has its name by now.
  package func setMode(_ mode: UInt32) throws(SystemError) {
    try systemCall("fchmod", path) { fchmod(descriptor, mode) }
  }

  /// Gives the file an owner and a group; the owner only where this process may, as root may.
  ///
  /// - Throws: EPERM if the group is one that this process is not in.
  package func setOwner(_ owner: UInt32, group: UInt32) throws(SystemError) {
    let own = try status()
    if own.owner != owner {
      do throws(SystemError) {
        try systemCall("fchown", path) { fchown(descriptor, owner, group) }
        return
      } catch {
        guard error.code == EPERM else { throw error }
      }
    }
    guard own.group != group else { return }
    try systemCall("fchown", path) { fchown(descriptor, .max, group) }
  }

  /// Cuts the file, or lengthens it with zeros, to so many bytes.
  package func truncate(to size: Int) throws(SystemError) {
    try systemCall("ftruncate", path) { ftruncate(descriptor, size) }
  }

  /// A second owner of the same open file, which shares its position.
  ///
  /// - Parameter lowest: the least number that its descriptor may have.
  package func duplicate(atLeast lowest: Int32 = 3) throws(SystemError) -> OpenFile {
    let copy = try systemCall("fcntl", path) { fcntl(descriptor, F_DUPFD_CLOEXEC, lowest) }
    return OpenFile(descriptor: copy, path: path)
  }
}
