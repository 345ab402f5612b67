import ByteText
import Glibc
import Testing

@testable import System

/// Both kinds of staged file behave alike; the nameless one only where the file system has it.
struct StagedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func staged(_ content: ByteString, named: Bool) throws -> StagedFile {
    let file = try StagedFile(in: folder.path, named: named)
    try file.write(content.bytes.span)
    return file
  }

  @Test(arguments: [false, true])
  func `is seen only once placed, whole`(named: Bool) throws {
    let file = try staged("content", named: named)
    #expect(try folder.names.filter { !$0.hasPrefix(".imgds-") } == [])
    try file.flush()
    try file.place(at: folder["a.jpg"])
    #expect(try folder.names == ["a.jpg"])
    #expect(try folder.content("a.jpg") == "content")
  }

  @Test(arguments: [false, true])
  func `never replaces, and can be placed elsewhere then`(named: Bool) throws {
    try folder.file("a", "old")
    let file = try staged("new", named: named)
    #expect { try file.place(at: folder["a"]) } throws: {
      ($0 as? SystemError)?.code == EEXIST && ($0 as? SystemError)?.path == folder["a"]
    }
    #expect(try folder.content("a") == "old")
    try file.place(at: folder["b"])
    #expect(try folder.content("b") == "new")
  }

  @Test(arguments: [false, true])
  func `replaces when asked to`(named: Bool) throws {
    try folder.file("a", "old")
    try staged("new", named: named).replace(folder["a"])
    #expect(try folder.names == ["a"])
    #expect(try folder.content("a") == "new")
  }

  @Test(arguments: [false, true])
  func `is placed once only`(named: Bool) throws {
    let file = try staged("x", named: named)
    try file.place(at: folder["a"])
    #expect { try file.place(at: folder["b"]) } throws: { ($0 as? SystemError)?.code == EEXIST }
    #expect { try file.replace(folder["a"]) } throws: { ($0 as? SystemError)?.code == EEXIST }
    #expect(try folder.names == ["a"])
  }

  @Test(arguments: [false, true])
  func `leaves nothing when it goes unplaced`(named: Bool) throws {
    do {
      let file = try staged("x", named: named)
      #expect(try file.status().size == 1)
      #expect(try folder.names.count == (file.isNameless ? 0 : 1))
    }
    #expect(try folder.names.isEmpty)
  }

  @Test(arguments: [false, true])
  func `reads back what was written and goes on writing`(named: Bool) throws {
    let file = try staged("0123", named: named)
    let reader = try file.reader()
    var bytes = [UInt8](repeating: 0, count: 10)
    var room = bytes.mutableSpan
    #expect(reader.read(into: &room) == 4)
    try file.write(Array("45".utf8).span)
    #expect(reader.read(into: &room) == 2)
    #expect(bytes.prefix(2) == [0x34, 0x35])
    try file.place(at: folder["a"])
    #expect(try folder.content("a") == "012345")
  }

  @Test(arguments: [false, true])
  func `has the mode it was given, else that of a new file`(named: Bool) throws {
    try staged("x", named: named).place(at: folder["usual"])
    let file = try staged("x", named: named)
    try file.setMode(0o600)
    try file.place(at: folder["private"])
    try folder.file("model")
    #expect(try Files.status(folder["usual"]).mode == Files.status(folder["model"]).mode)
    #expect(try Files.status(folder["private"]).mode == 0o600)
  }

  @Test(arguments: [false, true])
  func `can be closed meanwhile`(named: Bool) throws {
    let file = try staged("one ", named: named)
    file.close()
    try file.write(Array("two".utf8).span)
    file.close()
    try file.place(at: folder["a"])
    #expect(try folder.content("a") == "one two")
  }

  @Test func `goes on as a copy where nameless files cannot be linked`() throws {
    let content = ByteString([UInt8](repeating: 0x61, count: 300_000))
    let file = try staged(content, named: false)
    try file.setMode(0o640)
    try file.copyToDotName()
    #expect(!file.isNameless)
    #expect(try folder.names.count == 1)
    try file.write(Array("b".utf8).span)
    try file.place(at: folder["a"])
    #expect(try folder.names == ["a"])
    #expect(try folder.content("a") == content + "b")
    #expect(try Files.status(folder["a"]).mode == 0o640)
  }

  @Test func `says why nothing can be staged`() throws {
    #expect(throws: SystemError(code: ENOENT, operation: "open", path: folder["gone"])) {
      try StagedFile(in: folder["gone"])
    }
    #expect { try StagedFile(in: folder.file("f")) } throws: {
      ($0 as? SystemError)?.isMissing == true
    }
  }

  @Test(arguments: [false, true])
  func `says why it cannot be placed`(named: Bool) throws {
    let file = try staged("x", named: named)
    #expect { try file.place(at: folder["gone/a"]) } throws: {
      ($0 as? SystemError)?.isMissing == true
    }
  }

  @Test func `clones or leaves copying to the caller`() throws {
    let source = try OpenFile.reading(folder.file("source", "shared"))
    let file = try StagedFile(in: folder.path)
    let isCloned = try file.clone(from: source)
    #expect(try file.status().size == (isCloned ? 6 : 0))
  }
}
