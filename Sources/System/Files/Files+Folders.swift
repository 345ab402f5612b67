package import ByteText
internal import Glibc

extension Files {
  /// Makes a folder of mode 0777 less the umask; EEXIST if anything has the name.
  package static func makeFolder(_ path: ByteString) throws(SystemError) {
    try systemCall("mkdir", at: path) { unsafe mkdir($0, 0o777) }
  }

  /// Removes an empty folder; ENOTEMPTY if it holds anything.
  package static func removeFolder(_ path: ByteString) throws(SystemError) {
    try systemCall("rmdir", at: path) { unsafe rmdir($0) }
  }

  /// Fails with EACCES or EROFS if the process may not make and remove names in a folder.
  package static func checkWritable(_ folder: ByteString) throws(SystemError) {
    try systemCall("access", at: folder) {
      unsafe faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS)
    }
  }

  /// Makes the names in a folder durable: what was linked, renamed or removed there stays so.
  ///
  /// File systems that cannot flush a folder (EINVAL, as some FUSE ones) need not be told.
  package static func flushFolder(_ path: ByteString) throws(SystemError) {
    let folder = try OpenFile.folder(path)
    do {
      try folder.flushAll()
    } catch let error where error.code == EINVAL {}
  }

  /// The folder the process works in, as an absolute path.
  package static func workingFolder() throws(SystemError) -> ByteString {
    try resolved(".")
  }
}
