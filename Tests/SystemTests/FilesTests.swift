import ByteText
import Glibc
import Testing

@testable import System

struct FilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `tells kind, size and mode`() throws {
    let path = try folder.file("a", "12345")
    try Files.setMode(path, to: 0o640)
    let status = try Files.status(path)
    #expect(status.kind == .regular)
    #expect(status.size == 5)
    #expect(status.mode == 0o640)
    #expect(status.linkCount == 1)
    #expect(abs(status.modified.seconds - Clocks.now()) < 60)
  }

  @Test func `follows a link or asks of it`() throws {
    try folder.folder("d")
    let link = try folder.link("l", to: "d")
    #expect(try Files.status(link).kind == .folder)
    #expect(try Files.status(link, followingLinks: false).kind == .link)
    #expect(try Files.linkTarget(link) == "d")
    #expect(try Files.resolved(link) == Files.resolved(folder["d"]))
  }

  @Test func `tells the kinds that are no files`() throws {
    #expect(try Files.status(folder.pipe("p")).kind == .fifo)
    #expect(try Files.status("/dev/null").kind == .characterDevice)
    #expect(try Files.status(folder.path).kind == .folder)
  }

  @Test func `knows whether anything has a name`() throws {
    #expect(try Files.exists(folder.link("dangling", to: "nowhere")))
    #expect(try !Files.exists(folder["gone"]))
    #expect(try !Files.exists(folder.file("a").appending("below")))
  }

  @Test func `keeps names that are no UTF-8 or hold newlines`() throws {
    let names = [ByteString([0xFF, 0xFE]), "a\nb", "\u{65}\u{301}", "\u{E9}"].sorted()
    for name in names { try folder.file(name) }
    #expect(try folder.names == names)
  }

  @Test func `makes and removes folders`() throws {
    let path = try folder.folder("d")
    #expect { try Files.makeFolder(path) } throws: { ($0 as? SystemError)?.code == EEXIST }
    try folder.file("d/a")
    #expect { try Files.removeFolder(path) } throws: { ($0 as? SystemError)?.isTaken == true }
    try Files.remove(path.appending("a"))
    try Files.flushFolder(path)
    try Files.removeFolder(path)
    #expect(try !Files.exists(path))
  }

  @Test func `renames over what is there`() throws {
    try folder.file("a", "new")
    try folder.file("b", "old")
    try Files.rename(folder["a"], to: folder["b"])
    #expect(try folder.names == ["b"])
    #expect(try folder.content("b") == "new")
  }

  @Test(arguments: [false, true])
  func `renames a file without replacing`(bySteps: Bool) throws {
    let rename = bySteps ? Files.renameBySteps : Files.renameWithoutReplacing
    try folder.file("a", "new")
    let taken = try folder.file("b", "old")
    #expect { try rename(folder["a"], taken) } throws: {
      ($0 as? SystemError)?.code == EEXIST && ($0 as? SystemError)?.path == taken
    }
    #expect(try folder.content("b") == "old")
    try rename(folder["a"], folder["c"])
    #expect(try folder.names == ["b", "c"])
  }

  @Test(arguments: [false, true])
  func `renames a folder without replacing, not even an empty one`(bySteps: Bool) throws {
    let rename = bySteps ? Files.renameBySteps : Files.renameWithoutReplacing
    try folder.folder("a")
    try folder.file("a/x")
    try folder.folder("empty")
    #expect { try rename(folder["a"], folder["empty"]) } throws: {
      ($0 as? SystemError)?.code == EEXIST
    }
    #expect { try rename(folder["a"], folder["a/b"]) } throws: {
      ($0 as? SystemError)?.code == EINVAL
    }
    try rename(folder["a"], folder["c"])
    #expect(try folder.content("c/x") == "content")
    #expect(try folder.names == ["c", "empty"])
  }

  @Test(arguments: [false, true])
  func `exchanges the names of two files, and of a file and a folder`(bySteps: Bool) throws {
    let exchange = bySteps ? Files.exchangeBySteps : Files.exchange
    let file = try folder.file("a", "first")
    let other = try folder.file("b", "second")
    try exchange(file, other)
    #expect(try folder.content("a") == "second" && folder.content("b") == "first")
    try folder.folder("c")
    try exchange(other, folder["c"])
    #expect(try folder.content("c") == "first" && folder.names == ["a", "b", "c"])
    #expect { try exchange(file, folder["none"]) } throws: {
      ($0 as? SystemError)?.code == ENOENT
    }
    #expect(try folder.content("a") == "second")
  }

  @Test func `reads a whole file up to a limit`() throws {
    let path = try folder.file("a", "12345")
    #expect(try Files.readWhole(path, atMost: 5) == Array("12345".utf8))
    #expect { try Files.readWhole(path, atMost: 4) } throws: { ($0 as? SystemError)?.code == EFBIG }
    #expect(try Files.readWhole("/proc/self/stat", atMost: .max).isEmpty == false)
    #expect { try Files.readWhole(folder.path, atMost: 4) } throws: {
      ($0 as? SystemError)?.code == EISDIR
    }
  }
}
