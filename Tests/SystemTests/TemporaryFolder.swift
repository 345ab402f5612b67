import ByteText
import Glibc
import System

/// A fresh folder below `TMPDIR` that goes, with all it holds, at the end of its test.
final class TemporaryFolder: Sendable {
  let path: ByteString

  init() throws {
    let parent = Environment.value("TMPDIR") ?? "/tmp"
    var template = parent.appending("imgds-system-XXXXXX").cString
    guard unsafe mkdtemp(&template) != nil else {
      throw SystemError(code: errno, operation: "mkdtemp", path: parent)
    }
    path = ByteString(template.dropLast().map { UInt8(bitPattern: $0) })
  }

  deinit {
    Self.remove(path)
  }

  /// The path of a name in the folder.
  subscript(name: ByteString) -> ByteString { path.appending(name) }

  /// The names in the folder, hidden ones too.
  var names: [ByteString] {
    get throws { try FolderListing(of: path).map(\.name) }
  }

  @discardableResult
  func file(_ name: ByteString, _ content: ByteString = "content") throws -> ByteString {
    try OpenFile.creating(self[name]).write(content.bytes.span)
    return self[name]
  }

  @discardableResult
  func folder(_ name: ByteString) throws -> ByteString {
    try Files.makeFolder(self[name])
    return self[name]
  }

  @discardableResult
  func link(_ name: ByteString, to target: ByteString) throws -> ByteString {
    unsafe try check(symlink(target.cString, self[name].cString))
    return self[name]
  }

  @discardableResult
  func pipe(_ name: ByteString) throws -> ByteString {
    unsafe try check(mkfifo(self[name].cString, 0o644))
    return self[name]
  }

  func content(_ name: ByteString) throws -> ByteString {
    ByteString(try Files.readWhole(self[name], atMost: 1 << 20))
  }

  private func check(_ result: Int32) throws {
    if result == -1 { throw SystemError(code: errno, operation: "test", path: path) }
  }

  private static func remove(_ path: ByteString) {
    try? Files.setMode(path, to: 0o700)
    for entry in (try? FolderListing(of: path)).map(Array.init) ?? [] {
      let inner = path.appending(entry.name)
      if entry.kind == .folder { remove(inner) } else { try? Files.remove(inner) }
    }
    try? Files.removeFolder(path)
  }
}

extension ByteString {
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

/// Root reads every folder, so tests of forbidden ones say nothing there.
let isRoot = geteuid() == 0
