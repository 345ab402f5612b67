package import ByteText
internal import CSystem
internal import Glibc

/// An open file that this process holds locked until the value goes.
///
/// The lock is advisory and of the open file description (`flock`, or where the file system has
/// none, an OFD lock of `fcntl`): two locks within one process exclude each other too, and the
/// system lets go when the process dies.
package struct FileLock: ~Copyable, Sendable {
  /// Who else may hold the file meanwhile.
  package enum Kind: Sendable {
    /// Others who share it.
    case shared
    /// Nobody.
    case exclusive
  }

  /// The locked file, open for reading anywhere and, if the lock is exclusive, writing at its end.
  package let file: OpenFile

  /// Opens a file and waits for its lock.
  ///
  /// Looks again once locked: if the path names another file by then (it was replaced by a rename),
  /// that one is opened and locked instead. Wait on the main thread, to which the system delivers
  /// the signals that ``Interrupt`` tells of.
  ///
  /// - Throws: EWOULDBLOCK (``SystemError/isBusy``) when another holds it and `waits` is false; EINTR
  ///   when an interrupt ended the wait; ELOOP if the path is a symbolic link and the lock exclusive;
  ///   ENOENT if it is gone; the lock's error on a file system that has no locks.
  package init(
    _ path: ByteString, _ kind: Kind = .exclusive, waits: Bool = true
  ) throws(SystemError) {
    while true {
      let file =
        switch kind {
        case .shared: try OpenFile.reading(path)
        case .exclusive: try OpenFile.updating(path)
        }
      try Self.lock(file, kind, waits: waits)
      let named = try Files.status(path, followingLinks: kind == .shared)
      if try named.isSameFile(as: file.status()) {
        self.file = file
        return
      }
    }
  }

  /// Lets go at once: one process may lock a file again and again, and closing may fail.
  deinit { _ = flock(file.descriptor, LOCK_UN) }

  /// Lets go before the value's own end.
  package consuming func release() {}

  private static func lock(
    _ file: borrowing OpenFile, _ kind: Kind, waits: Bool
  ) throws(SystemError) {
    let descriptor = file.descriptor
    let operation = (kind == .exclusive ? LOCK_EX : LOCK_SH) | (waits ? 0 : LOCK_NB)
    do {
      try systemCall("flock", file.path, givesUp: true) { flock(descriptor, operation) }
    } catch {
      switch error.code {
      case EOPNOTSUPP, ENOLCK, ENOSYS, EINVAL:
        try systemCall("fcntl", file.path, givesUp: true) {
          imgds_lock_description(descriptor, kind == .exclusive ? 1 : 0, waits ? 1 : 0)
        }
      default:
        throw error
      }
    }
  }
}
