import ByteText
import Glibc
import System
import Testing

struct TreeWalkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The items as text below the folder, and the count of those skipped.
  private func walk(_ operands: ByteString...) -> (items: [String], skipped: Int) {
    var walk = TreeWalk(operands.map { $0 == "" ? folder.path : folder[$0] })
    var items: [String] = []
    func short(_ path: ByteString) -> String {
      ByteString(path.bytes.dropFirst(folder.path.count + 1)).displayed
    }
    while let item = walk.next() {
      switch item {
      case .file(let path): items.append(short(path))
      case .special(let path, let kind): items.append("\(short(path)) is \(kind.words)")
      case .unreadable(let path, let error): items.append("\(short(path)): \(error.words)")
      }
    }
    return (items, walk.skipped)
  }

  @Test func `goes depth first by the names' bytes`() throws {
    for name: ByteString in ["b", "a", "a/z", "a/z/deep"] { try folder.folder(name) }
    for name: ByteString in ["b/1", "a/z/deep/2", "a/y", "a/zz", "c"] { try folder.file(name) }
    #expect(walk("").items == ["a/y", "a/z/deep/2", "a/zz", "b/1", "c"])
  }

  @Test func `keeps the order of what is named, and takes it twice if named twice`() throws {
    for name: ByteString in ["b", "a"] { try folder.file(name) }
    #expect(walk("b", "a", "b").items == ["b", "a", "b"])
  }

  @Test func `skips and counts hidden entries unless they are named`() throws {
    try folder.folder(".d")
    try folder.file(".d/.e")
    try folder.file(".d/f")
    try folder.file(".f")
    #expect(walk("") == ([], 2))
    #expect(walk(".d") == ([".d/f"], 1))
    #expect(walk(".f") == ([".f"], 0))
  }

  @Test func `follows links to files, and to folders only when named`() throws {
    try folder.folder("d")
    try folder.file("d/f")
    try folder.link("d/up", to: "..")
    try folder.link("file", to: "d/f")
    try folder.link("folder", to: "d")
    #expect(walk("") == (["d/f", "file"], 2))
    #expect(walk("folder") == (["folder/f"], 1))
    #expect(walk("file") == (["file"], 0))
  }

  @Test func `leaves one folder out, whatever its path, unless it is named`() throws {
    for name: ByteString in ["a", "a/in", "b"] { try folder.folder(name) }
    for name: ByteString in ["a/in/1", "b/2"] { try folder.file(name) }
    let status = try Files.status(folder["b/../a"])
    var walk = TreeWalk([folder.path], excluding: status)
    #expect(walk.next() == .file(folder["b/2"]))
    #expect(walk.next() == nil)
    #expect(walk.skipped == 1)
    #expect(Array(TreeWalk([folder["a"]], excluding: status)) == [.file(folder["a/in/1"])])
  }

  @Test func `gives up on what cannot be read, item by item`() throws {
    try folder.link("dangling", to: "nowhere")
    try folder.link("loop", to: "loop")
    try folder.file("z")
    #expect(
      walk("", "gone").items == [
        "dangling: No such file or directory", "loop: Too many levels of symbolic links", "z",
        "gone: No such file or directory",
      ])
  }

  @Test func `tells pipes and devices, named or found or linked`() throws {
    try folder.pipe("p")
    try folder.link("null", to: "/dev/null")
    #expect(walk("").items == ["null is a device", "p is a named pipe"])
    #expect(walk("p").items == ["p is a named pipe"])
  }

  @Test(.enabled(if: !isRoot, "left out: root may read every folder"))
  func `takes a folder that it may not list as one item`() throws {
    try folder.folder("d")
    try folder.file("d/f")
    try folder.file("e")
    try Files.setMode(folder["d"], to: 0)
    #expect(walk("").items == ["d: Permission denied", "e"])
  }

  @Test func `walks names that are no text`() throws {
    let name = ByteString([0x61, 0x0A, 0xFF])
    try folder.folder(name)
    let path = try folder.file(name.appending(name))
    #expect(Array(TreeWalk([folder.path])) == [.file(path)])
  }

  @Test func `says where a path grows too long for the system`() throws {
    var path = folder.path
    let name = ByteString([UInt8](repeating: 0x61, count: 250))
    while path.count + 251 < 4096 {
      path = path.appending(name)
      try Files.makeFolder(path)
    }
    #expect(Array(TreeWalk([folder.path])).isEmpty)
    let tooLong = path.appending(name)
    #expect(
      Array(TreeWalk([tooLong])) == [
        .unreadable(tooLong, SystemError(code: ENAMETOOLONG, operation: "stat", path: tooLong))
      ])
  }
}
