package import ByteText
internal import CSystem
internal import Glibc

extension Files {
  /// Gives a file or folder another name, replacing at once what had it.
  package static func rename(_ path: ByteString, to other: ByteString) throws(SystemError) {
    try systemCall("rename", from: path, to: other) { unsafe Glibc.rename($0, $1) }
  }

  /// Gives a file or folder a name that is free; EEXIST if it is not.
  ///
  /// Where the file system knows no RENAME_NOREPLACE (EINVAL: NFS, FUSE), a file is linked under
  /// the new name and unlinked under the old, and a folder is renamed over an empty one made for it,
  /// which is as safe. Only where it knows no links either (FAT over FUSE) does a look come before
  /// a plain rename, and a name that appears between the two is replaced.
  package static func renameWithoutReplacing(
    _ path: ByteString, to other: ByteString
  ) throws(SystemError) {
    do {
      try systemCall("rename", from: path, to: other) { unsafe imgds_rename_new($0, $1) }
    } catch let error where error.code == EINVAL || error.code == ENOSYS || error.code == ENOTSUP {
      try renameBySteps(path, to: other)
    }
  }

  /// Gives two files of one folder each other's names, at once.
  ///
  /// Where the file system knows no RENAME_EXCHANGE (EINVAL: NFS, FUSE) it takes three steps by way of a
  /// third name that begins with `exchanged-`, which a kill may leave.
  package static func exchange(
    _ path: ByteString, with other: ByteString
  ) throws(SystemError) {
    do {
      try systemCall("rename", from: path, to: other) { unsafe imgds_rename_exchange($0, $1) }
    } catch let error where error.code == EINVAL || error.code == ENOSYS || error.code == ENOTSUP {
      try exchangeBySteps(path, with: other)
    }
  }

  /// The way without RENAME_EXCHANGE.
  static func exchangeBySteps(
    _ path: ByteString, with other: ByteString
  ) throws(SystemError) {
    let third = other.parent.appending("exchanged-" + other.lastComponent)
    try renameWithoutReplacing(other, to: third)
    try renameWithoutReplacing(path, to: other)
    try renameWithoutReplacing(third, to: path)
  }

  /// The way without RENAME_NOREPLACE.
  static func renameBySteps(_ path: ByteString, to other: ByteString) throws(SystemError) {
    if try status(path, followingLinks: false).kind == .folder {
      try makeFolder(other)
      do {
        try rename(path, to: other)
      } catch {
        try removeFolder(other)
        throw error
      }
      return
    }
    do {
      try systemCall("link", from: path, to: other) { unsafe link($0, $1) }
    } catch let error where error.code == EPERM || error.code == ENOTSUP || error.code == ENOSYS {
      guard try !exists(other) else {
        throw SystemError(code: EEXIST, operation: "rename", path: other)
      }
      return try rename(path, to: other)
    }
    try remove(path)
  }
}
