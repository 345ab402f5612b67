package import ByteText
internal import Glibc

/// A fresh folder for one test, removed at the end of its life.
///
/// Names given to it are relative to ``path`` (absolute ones stay). A test makes what it needs, runs
/// commands in it and looks at what they left:
///
///     let dir = try Dir()
///     try dir.imgds("init", "pets", "cat")
///     #expect(try dir.list("pets") == [".imgds.jsonl", "cat"])
package final class Dir {
  /// Where commands run, without links in it.
  package let path: ByteString
  private let root: ByteString

  /// Makes an empty folder below `TMPDIR` or `/tmp`.
  package init() throws {
    var template = Places.temporary.appending("imgds-test-XXXXXX").cString
    guard unsafe mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp", "") }
    root = ByteString(template.dropLast().map { UInt8(bitPattern: $0) })
    path = root.appending("work")
    for folder in [path, home, cache] { try FileTree.make(folder) }
  }

  deinit {
    try? FileTree.remove(root)
  }

  /// The home of commands run here.
  package var home: ByteString { root.appending("home") }

  /// The cache folder of commands run here.
  package var cache: ByteString { root.appending("cache") }

  /// The absolute path of a name in this folder.
  package func path(_ name: ByteString) -> ByteString {
    name.hasPrefix("/") ? name : path.appending(name)
  }
}
