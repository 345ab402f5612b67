package import ByteText
internal import Glibc

/// Moving to another file system, where a rename is refused (EXDEV).
extension Files {
  /// Moves a file, symbolic link or folder to a free name on another file system.
  ///
  /// It is copied with its modes, the copy made durable, then the original removed: a kill between
  /// leaves both. Time stamps and owners are those of a new file.
  ///
  /// - Throws: EXDEV, with nothing done, if it is or holds what cannot be copied (a named pipe, socket
  ///   or device); EEXIST if the name is taken; EBUSY if someone writes to it meanwhile, with
  ///   the original as it was.
  package static func moveByCopying(
    _ path: ByteString, to other: ByteString
  ) throws(SystemError) {
    guard try canCopy(path) else {
      throw SystemError(code: EXDEV, operation: "rename", path: path)
    }
    try copy(path, to: other)
    try flushFolder(other.parent)
    try removeAll(path)
  }

  private static func canCopy(_ path: ByteString) throws(SystemError) -> Bool {
    switch try status(path, followingLinks: false).kind {
    case .regular, .link: return true
    case .fifo, .socket, .characterDevice, .blockDevice: return false
    case .folder:
      for entry in try FolderListing(of: path) {
        guard try canCopy(path.appending(entry.name)) else { return false }
      }
      return true
    }
  }

  private static func copy(_ path: ByteString, to other: ByteString) throws(SystemError) {
    let found = try status(path, followingLinks: false)
    switch found.kind {
    case .folder:
      try makeFolder(other)
      for entry in try FolderListing(of: path) {
        try copy(path.appending(entry.name), to: other.appending(entry.name))
      }
      try setMode(other, to: found.mode)
      try flushFolder(other)
    case .link:
      try makeLink(other, to: linkTarget(path))
    default:
      try copyContent(path, found, to: other)
    }
  }

  private static func copyContent(
    _ path: ByteString, _ found: FileStatus, to other: ByteString
  ) throws(SystemError) {
    let staged = try StagedFile(in: other.parent)
    try staged.append(contentsOf: FileReader(try OpenFile.reading(path), from: 0))
    let now = try status(path, followingLinks: false)
    guard now.isSameFile(as: found), now.size == found.size, now.modified == found.modified else {
      throw SystemError(code: EBUSY, operation: "read", path: path)
    }
    try staged.setMode(found.mode)
    try staged.flush()
    try staged.place(at: other)
  }

  private static func removeAll(_ path: ByteString) throws(SystemError) {
    guard try status(path, followingLinks: false).kind == .folder else { return try remove(path) }
    for entry in try FolderListing(of: path) { try removeAll(path.appending(entry.name)) }
    try removeFolder(path)
  }

  /// Makes a symbolic link that says `target`; EEXIST if the name is taken.
  private static func makeLink(_ path: ByteString, to target: ByteString) throws(SystemError) {
    try systemCall("symlink", from: target, to: path) { unsafe symlink($0, $1) }
  }
}
