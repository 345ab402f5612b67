package import ByteText
internal import Glibc

/// A system call that failed: what was tried, on which path, and why.
package struct SystemError: Error, Sendable, Hashable {
  /// The value of `errno`.
  package let code: Int32
  /// The call that failed, as the manual page is called: `open`, `renameat`.
  package let operation: String
  /// The path it was about, as it was given; empty if there is none.
  package let path: ByteString

  package init(code: Int32, operation: String, path: ByteString) {
    self.code = code
    self.operation = operation
    self.path = path
  }

  /// The system's own words for the code (`strerror`): `No space left on device`.
  package var words: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}

/// The questions that callers ask of a code, so that they need no C constants.
extension SystemError {
  /// Nothing lies under the path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Something lies under the path already, or the folder is not empty.
  package var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }

  /// The process may not do this.
  package var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// The medium, quota or file size limit is used up.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

  /// The path leads nowhere, or nowhere that the process may look.
  package var isOfPath: Bool {
    isMissing || isForbidden || [ELOOP, ENAMETOOLONG, EINVAL].contains(code)
  }

  /// The process or the machine has no more memory or descriptors: no fault of the path.
  package var isExhaustion: Bool { code == EMFILE || code == ENFILE || code == ENOMEM }

  /// The two paths are on different file systems.
  package var isAcrossDevices: Bool { code == EXDEV }

  /// A signal ended the wait.
  package var isInterruption: Bool { code == EINTR }

  /// The other end of a pipe is gone.
  package var isClosedPipe: Bool { code == EPIPE }

  /// Another process holds the lock.
  package var isBusy: Bool { code == EWOULDBLOCK }
}
