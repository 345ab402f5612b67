package import ByteText
internal import Glibc

/// Files and folders by path, whatever bytes their names have.
///
/// Foundation's file manager takes names as text, so a name that is no UTF-8 cannot be made with it.
package enum FileTree {
  package static func read(_ path: ByteString) throws -> [UInt8] {
    try Descriptor(opening: path, O_RDONLY).readAll()
  }

  /// Writes a file, made or emptied before, and the folders above it.
  package static func write(_ path: ByteString, _ bytes: [UInt8]) throws {
    try make(path.parent)
    try Descriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC).writeAll(bytes)
  }

  /// Makes a folder and those above it; one that is there already is as good.
  package static func make(_ path: ByteString) throws {
    guard !isFolder(path) else { return }
    if path.parent != path { try make(path.parent) }
    guard unsafe mkdir(path.cString, 0o777) == 0 || errno == EEXIST else {
      throw SystemFailure("mkdir", path)
    }
  }

  /// Whether a folder, or a link to one, stands at the path.
  package static func isFolder(_ path: ByteString) -> Bool {
    kind(path, following: true) == S_IFDIR
  }

  /// Whether anything stands at the path, a dangling link too.
  package static func exists(_ path: ByteString) -> Bool {
    kind(path, following: false) != nil
  }

  /// The names in a folder, hidden ones too, sorted by bytes.
  package static func entries(_ path: ByteString) throws -> [ByteString] {
    guard let stream = unsafe opendir(path.cString) else { throw SystemFailure("opendir", path) }
    defer { unsafe closedir(stream) }
    var names: [ByteString] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe ByteString($0.prefix { $0 != 0 })
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Everything below a folder that is no folder, relative to it, sorted by bytes; links are not
  /// followed.
  package static func files(below path: ByteString) throws -> [ByteString] {
    var found: [ByteString] = []
    for name in try entries(path) {
      let entry = path.appending(name)
      if kind(entry, following: false) == S_IFDIR {
        found += try files(below: entry).map { name.appending($0) }
      } else {
        found.append(name)
      }
    }
    return found.sorted()
  }

  /// Removes a file or a folder with all it holds, also when modes forbid it.
  package static func remove(_ path: ByteString) throws {
    if kind(path, following: false) == S_IFDIR {
      _ = unsafe chmod(path.cString, 0o700)
      for name in try entries(path) { try remove(path.appending(name)) }
    }
    guard unsafe Glibc.remove(path.cString) == 0 else { throw SystemFailure("remove", path) }
  }

  /// The permission bits of what stands at the path.
  package static func mode(_ path: ByteString) throws -> Int {
    Int(try status(path, following: true).st_mode & 0o7777)
  }

  /// The size in bytes of the file at the path.
  package static func size(_ path: ByteString) throws -> Int {
    Int(try status(path, following: true).st_size)
  }

  private static func kind(_ path: ByteString, following: Bool) -> mode_t? {
    (try? status(path, following: following)).map { $0.st_mode & S_IFMT }
  }

  private static func status(_ path: ByteString, following: Bool) throws -> stat {
    var status = stat()
    let result =
      following ? unsafe stat(path.cString, &status) : unsafe lstat(path.cString, &status)
    guard result == 0 else { throw SystemFailure("stat", path) }
    return status
  }
}
