import ByteText
import Glibc
import Testing

@testable import System

struct OpenFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ file: borrowing OpenFile, _ count: Int) throws -> ByteString {
    var bytes = [UInt8](repeating: 0, count: count)
    var room = bytes.mutableSpan
    let length = try file.read(into: &room)
    return ByteString(bytes.prefix(length))
  }

  @Test func `reads on to the end, and anywhere`() throws {
    let file = try OpenFile.reading(folder.file("a", "0123456789"))
    #expect(try read(file, 4) == "0123")
    #expect(try file.bytes(at: 8, count: 100) == Array("89".utf8))
    #expect(try file.bytes(at: 1, count: 2) == Array("12".utf8))
    #expect(try read(file, 100) == "456789")
    #expect(try read(file, 100) == "")
    #expect(try file.bytes(at: 11, count: 1).isEmpty)
  }

  @Test(arguments: [
    (0, 1), (9, 10), (10, 10), (11, 10), (100, 10),
  ])
  func `appends a whole file, and one byte more than expected`(expected: Int, count: Int) throws {
    let file = try OpenFile.reading(folder.file("a", "0123456789"))
    var buffer = Array("x".utf8)
    #expect(try file.append(to: &buffer, expecting: expected) == count)
    #expect(buffer == Array("x0123456789".utf8.prefix(1 + count)))
  }

  @Test func `appends nothing of what cannot be read`() throws {
    let file = try OpenFile.reading(folder.folder("d"))
    var buffer = Array("x".utf8)
    #expect(throws: SystemError.self) { _ = try file.append(to: &buffer, expecting: 4) }
    #expect(buffer == Array("x".utf8))
  }

  @Test func `opens a pipe that nobody writes to without waiting`() throws {
    let file = try OpenFile.reading(folder.pipe("p"))
    #expect(try file.status().kind == .fifo)
  }

  @Test func `leaves no time stamp behind`() throws {
    let path = try folder.file("a")
    var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 2000, tv_nsec: 0)]
    unsafe utimensat(AT_FDCWD, path.cString, &times, 0)
    let file = try OpenFile.reading(path)
    #expect(try read(file, 100) == "content")
    var found = stat()
    unsafe stat(path.cString, &found)
    #expect(found.st_atim.tv_sec == 1000)
    #expect(try file.status().modified.seconds == 2000)
  }

  @Test func `writes on, and at the end of a log`() throws {
    let path = folder["log"]
    do {
      let file = try OpenFile.appending(path)
      try file.write(Array("one\n".utf8).span)
      let other = try OpenFile.appending(path)
      try other.write(Array("two\n".utf8).span)
      try file.write(Array("three\n".utf8).span)
      try file.flush()
      try file.flushAll()
      try file.flushFileSystem()
    }
    #expect(try folder.content("log") == "one\ntwo\nthree\n")
    let file = try OpenFile.updating(path)
    try file.truncate(to: 4)
    try file.write(Array("end".utf8).span)
    #expect(try file.bytes(at: 0, count: 99) == Array("one\nend".utf8))
  }

  @Test func `refuses to update through a link or to create what is there`() throws {
    try folder.file("a")
    try folder.link("l", to: "a")
    #expect { _ = try OpenFile.updating(folder["l"]).path } throws: {
      ($0 as? SystemError)?.code == ELOOP
    }
    #expect { _ = try OpenFile.creating(folder["a"]).path } throws: {
      ($0 as? SystemError)?.code == EEXIST
    }
  }

  @Test func `sets the mode of its own file`() throws {
    let file = try OpenFile.updating(folder.file("a"))
    try Files.rename(folder["a"], to: folder["b"])
    try file.setMode(0o600)
    #expect(try Files.status(folder["b"]).mode == 0o600)
  }

  @Test func `says when the medium is full`() throws {
    let full = try OpenFile.appending("/dev/full")
    #expect(throws: SystemError(code: ENOSPC, operation: "write", path: "/dev/full")) {
      try full.write([1].span)
    }
  }

  @Test func `writes all to a pipe that takes little at a time`() throws {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
    let input = OpenFile(descriptor: ends[0], path: "pipe")
    let count = 1 << 20
    let thread = WorkerThread {
      [end = ends[1]] in
      let output = OpenFile(descriptor: end, path: "pipe")
      try? output.write([UInt8](repeating: 7, count: count).span)
    }
    var received = 0
    while case let piece = try read(input, 1 << 16), !piece.isEmpty { received += piece.count }
    thread?.join()
    #expect(received == count)
  }

  @Test func `clones where the file system can and says where it cannot`() throws {
    let source = try OpenFile.reading(folder.file("a", "shared"))
    let target = try OpenFile.creating(folder["b"])
    if try target.clone(from: source) {
      #expect(try folder.content("b") == "shared")
    } else {
      #expect(try target.status().size == 0)
    }
    #expect(try !target.clone(from: OpenFile.reading("/dev/null")))
  }

  @Test func `duplicates share the file beyond the first owner`() throws {
    let copy = try OpenFile.reading(folder.file("a", "kept")).duplicate()
    #expect(try read(copy, 10) == "kept")
  }
}
