package import ByteText
internal import CSystem
internal import Glibc

extension OpenFile {
  /// Opens a file to read it and leave no trace, not even a time stamp where the system allows.
  ///
  /// Never waits, so that a named pipe or device in the place of a picture cannot stop the program:
  /// the caller looks at ``status()`` and reads regular files only. (On these O_NONBLOCK does
  /// nothing.) A socket is ENXIO.
  package static func reading(_ path: ByteString) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = try systemCall("open", at: path) { unsafe imgds_open_untraced($0, flags) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// Opens a folder, to list or flush it.
  package static func folder(_ path: ByteString) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY
    let descriptor = try systemCall("open", at: path) { unsafe imgds_open_untraced($0, flags) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// Opens a file to read it anywhere and write at its end only.
  ///
  /// A symbolic link is ELOOP: what is written to must be the very file. Never waits, as
  /// ``reading(_:)``.
  package static func updating(_ path: ByteString) throws(SystemError) -> OpenFile {
    try writing(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK)
  }

  /// Opens a log to write at its end, making it with mode 0666 less the umask if it is missing.
  ///
  /// Never waits: a named pipe that no one reads is ENXIO.
  package static func appending(_ path: ByteString) throws(SystemError) -> OpenFile {
    try writing(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK)
  }

  /// Makes a new file of mode 0666 less the umask to write and read; EEXIST if the name is taken.
  package static func creating(_ path: ByteString) throws(SystemError) -> OpenFile {
    try writing(path, O_RDWR | O_CREAT | O_EXCL)
  }

  private static func writing(_ path: ByteString, _ flags: Int32) throws(SystemError) -> OpenFile {
    let descriptor = try systemCall("open", at: path) { text in
      unsafe open(text, flags | O_CLOEXEC | O_NOCTTY, 0o666)
    }
    return OpenFile(descriptor: descriptor, path: path)
  }
}
