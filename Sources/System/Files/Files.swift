package import ByteText
internal import Glibc

/// Files and folders by path: looking, naming, removing.
///
/// Every call retries EINTR and throws the ``SystemError`` of the call that failed.
package enum Files {
  /// What lies under a path; `followingLinks: false` asks of a symbolic link itself.
  package static func status(
    _ path: ByteString, followingLinks: Bool = true
  ) throws(SystemError) -> FileStatus {
    var found = stat()
    try systemCall("stat", at: path) { text in
      unsafe fstatat(AT_FDCWD, text, &found, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard let status = FileStatus(found) else {
      throw SystemError(code: EINVAL, operation: "stat", path: path)
    }
    return status
  }

  /// Whether anything lies under a path, a dangling link included.
  ///
  /// - Throws: what keeps it from being told: a missing name is no error, a forbidden one is.
  package static func exists(_ path: ByteString) throws(SystemError) -> Bool {
    do {
      _ = try status(path, followingLinks: false)
      return true
    } catch let error where error.isMissing {
      return false
    }
  }

  /// Removes a name that is no folder's.
  package static func remove(_ path: ByteString) throws(SystemError) {
    try systemCall("unlink", at: path) { unsafe unlink($0) }
  }

  /// Sets the permission bits of what lies under a path, links followed.
  package static func setMode(_ path: ByteString, to mode: UInt32) throws(SystemError) {
    try systemCall("chmod", at: path) { unsafe chmod($0, mode) }
  }

  /// Where a symbolic link points, as it was written.
  package static func linkTarget(_ path: ByteString) throws(SystemError) -> ByteString {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try systemCall("readlink", at: path) { text in
      unsafe readlink(text, &target, target.count)
    }
    return ByteString(target.prefix(count).map { UInt8(bitPattern: $0) })
  }

  /// The absolute path without links, `.` and `..` (`realpath`).
  package static func resolved(_ path: ByteString) throws(SystemError) -> ByteString {
    var resolved = [CChar](repeating: 0, count: Int(PATH_MAX))
    try systemCall("realpath", at: path) { text in
      unsafe realpath(text, &resolved) == nil ? -1 : 0 as Int32
    }
    return ByteString(resolved.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
  }

  /// The whole content of a file, links followed; EFBIG if it holds more bytes than the limit.
  package static func readWhole(
    _ path: ByteString, atMost limit: Int
  ) throws(SystemError) -> [UInt8] {
    let file = try OpenFile.reading(path)
    return try content(of: file, atMost: limit)
  }

  /// The bytes of an open file from where it stands to its end, a pipe's too.
  ///
  /// - Throws: EFBIG for more than `limit` of them.
  package static func content(
    of file: borrowing OpenFile, atMost limit: Int
  ) throws(SystemError) -> [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      var room = buffer.mutableSpan
      let count = try file.read(into: &room)
      if count == 0 { return content }
      guard content.count + count <= limit else {
        throw SystemError(code: EFBIG, operation: "read", path: file.path)
      }
      content += buffer.prefix(count)
    }
  }
}
