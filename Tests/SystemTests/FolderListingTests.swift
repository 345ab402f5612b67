import ByteText
import Glibc
import System
import Testing

struct FolderListingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `tells names and kinds, links not followed`() throws {
    try folder.file("f")
    try folder.folder("d")
    try folder.link("l", to: "d")
    try folder.pipe("p")
    try folder.file(".hidden")
    let listing = try FolderListing(of: folder.path)
    #expect(listing.map(\.name) == [".hidden", "d", "f", "l", "p"])
    #expect(listing.map(\.kind) == [.regular, .folder, .regular, .link, .fifo])
  }

  @Test func `sorts by bytes, long common beginnings and prefixes too`() throws {
    let names: [ByteString] = [
      "B", "a", "a.jpg", "abcdefgh", "abcdefgh-1", "abcdefgh-10", "abcdefgh-2", "z",
      ByteString([0xC3, 0xA9]), ByteString([0xFF]),
    ]
    for name in names.reversed() { try folder.file(name) }
    #expect(try folder.names == names)
  }

  @Test func `lists more than one buffer holds`() throws {
    let names = (0..<1_200).map {
      ByteString("a-rather-long-name-for-a-picture-that-somebody-took-\($0)")
    }
    for name in names { try Files.makeFolder(folder[name]) }
    #expect(try folder.names == names.sorted())
  }

  @Test func `is empty for an empty folder`() throws {
    #expect(try FolderListing(of: folder.path).isEmpty)
  }

  @Test func `says why a folder cannot be listed`() throws {
    let file = try folder.file("f")
    #expect(throws: SystemError(code: ENOTDIR, operation: "open", path: file)) {
      try FolderListing(of: file)
    }
    #expect { try FolderListing(of: folder["gone"]) } throws: {
      ($0 as? SystemError)?.isMissing == true
    }
  }
}
