internal import Glibc

/// What the system knows of a file (`stat`).
package struct FileStatus: Sendable, Hashable {
  package let kind: FileKind
  /// Bytes of content.
  package let size: Int
  /// The permission bits, 0…07777.
  package let mode: UInt32
  /// The file system's number, which with ``inode`` tells one file from all others.
  package let device: UInt64
  package let inode: UInt64
  /// The names the file has.
  package let linkCount: Int
  /// The numeric owner and group.
  package let owner: UInt32
  package let group: UInt32
  /// When the content last changed, and when anything last did (`st_ctim`).
  package let modified: FileTime
  package let changed: FileTime

  init?(_ status: stat) {
    guard let kind = FileKind(mode: status.st_mode) else { return nil }
    self.kind = kind
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    linkCount = Int(status.st_nlink)
    owner = status.st_uid
    group = status.st_gid
    modified = FileTime(status.st_mtim)
    changed = FileTime(status.st_ctim)
  }

  /// Whether both are of one file, whatever its names.
  package func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// A file's time stamp: seconds since 1970 and the nanoseconds after them.
package struct FileTime: Sendable, Hashable {
  package let seconds: Int
  package let nanoseconds: Int

  init(_ time: timespec) {
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }
}
