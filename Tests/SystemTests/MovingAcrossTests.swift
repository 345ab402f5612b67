import ByteText
import Glibc
import Testing

@testable import System

/// Between folders of one file system, as copying does not care.
struct MovingAcrossTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.folder("to")
  }

  @Test func `moves a file with its mode`() throws {
    let path = try folder.file("a", "words")
    try Files.setMode(path, to: 0o640)
    try Files.moveByCopying(path, to: folder["to/b"])
    #expect(try folder.content("to/b") == "words")
    #expect(try Files.status(folder["to/b"]).mode == 0o640)
    #expect(try folder.names == ["to"])
  }

  @Test func `moves a folder with all it holds`() throws {
    try folder.folder("d")
    try folder.folder("d/inner")
    try folder.file("d/inner/x", "deep")
    try folder.link("d/away", to: "nowhere")
    try Files.setMode(folder["d/inner"], to: 0o750)
    try Files.moveByCopying(folder["d"], to: folder["to/d"])
    #expect(try folder.content("to/d/inner/x") == "deep")
    #expect(try Files.linkTarget(folder["to/d/away"]) == "nowhere")
    #expect(try Files.status(folder["to/d/inner"]).mode == 0o750)
    #expect(try folder.names == ["to"])
  }

  @Test func `replaces nothing`() throws {
    let path = try folder.file("a", "new")
    try folder.file("to/b", "old")
    let error = #expect(throws: SystemError.self) {
      try Files.moveByCopying(path, to: folder["to/b"])
    }
    #expect(error?.isTaken == true)
    #expect(try folder.content("a") == "new" && folder.content("to/b") == "old")
    #expect(try FolderListing(of: folder["to"]).map(\.name) == ["b"])
  }

  @Test func `leaves what cannot be copied, and the folder it is in`() throws {
    try folder.folder("d")
    try folder.file("d/x")
    try folder.pipe("d/pipe")
    let error = #expect(throws: SystemError.self) {
      try Files.moveByCopying(folder["d"], to: folder["to/d"])
    }
    #expect(error?.isAcrossDevices == true)
    #expect(try FolderListing(of: folder["d"]).map(\.name) == ["pipe", "x"])
    #expect(try FolderListing(of: folder["to"]).isEmpty)
  }
}
