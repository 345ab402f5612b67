package import ByteText
internal import Glibc

extension Dir {
  /// Writes a file, and the folders above it.
  package func write(_ name: ByteString, _ bytes: [UInt8]) throws {
    try FileTree.write(path(name), bytes)
  }

  /// Writes a file of text, and the folders above it.
  package func write(_ name: ByteString, text: ByteString) throws {
    try write(name, text.bytes)
  }

  /// Writes bytes at the end of a file.
  package func append(_ name: ByteString, _ bytes: [UInt8]) throws {
    try write(name, read(name) + bytes)
  }

  /// Makes a folder, and those above it.
  package func make(_ name: ByteString) throws {
    try FileTree.make(path(name))
  }

  /// Makes a symbolic link that says `target`.
  package func link(_ name: ByteString, to target: ByteString) throws {
    guard unsafe symlink(target.cString, path(name).cString) == 0 else {
      throw SystemFailure("symlink", name)
    }
  }

  /// Makes a named pipe.
  package func makePipe(_ name: ByteString) throws {
    guard unsafe mkfifo(path(name).cString, 0o666) == 0 else { throw SystemFailure("mkfifo", name) }
  }

  package func rename(_ name: ByteString, to other: ByteString) throws {
    guard unsafe Glibc.rename(path(name).cString, path(other).cString) == 0 else {
      throw SystemFailure("rename", name)
    }
  }

  /// Sets the permission bits of a file or folder.
  package func setMode(_ name: ByteString, _ mode: Int) throws {
    guard unsafe chmod(path(name).cString, mode_t(mode)) == 0 else {
      throw SystemFailure("chmod", name)
    }
  }

  /// Removes a file or a folder with all it holds.
  package func remove(_ name: ByteString) throws {
    try FileTree.remove(path(name))
  }

  package func read(_ name: ByteString) throws -> [UInt8] {
    try FileTree.read(path(name))
  }

  package func text(_ name: ByteString) throws -> ByteString {
    try ByteString(read(name))
  }

  package func exists(_ name: ByteString) -> Bool {
    FileTree.exists(path(name))
  }

  package func mode(_ name: ByteString) throws -> Int {
    try FileTree.mode(path(name))
  }

  /// The names in a folder, hidden ones too, sorted by bytes.
  package func list(_ name: ByteString = ".") throws -> [ByteString] {
    try FileTree.entries(path(name))
  }

  /// All files below a folder, relative to it, sorted by bytes.
  package func files(below name: ByteString = ".") throws -> [ByteString] {
    try FileTree.files(below: path(name))
  }

  /// Every file below a folder with its bytes: equal before and after means untouched.
  package func contents(below name: ByteString = ".") throws -> [ByteString: [UInt8]] {
    var contents: [ByteString: [UInt8]] = [:]
    for file in try files(below: name) { contents[file] = try read(name.appending(file)) }
    return contents
  }
}
