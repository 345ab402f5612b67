import Foundation
import Testing

@testable import imgds

@Suite struct ConsoleTests {
  @Test func `a file gets what was written, once it is flushed`() throws {
    let ends = try Ends()
    let console = Console(output: ends.output, errors: ends.errors)
    try console.writeLine("one")
    try console.write(Array("two".utf8))
    #expect(try ends.written() == "")
    try console.flush()
    #expect(try ends.written() == "one\ntwo")
    #expect(!console.outputIsTerminal && !console.errorsAreTerminal)
  }

  @Test func `a buffer that is full is written`() throws {
    let ends = try Ends()
    let console = Console(output: ends.output, errors: ends.errors)
    try console.write([UInt8](repeating: 65, count: OutputBuffer.capacity))
    #expect(try ends.written().utf8.count == OutputBuffer.capacity)
  }

  @Test func `a full disk is told in the system's words`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let console = Console(output: full.fileDescriptor, errors: full.fileDescriptor)
    try console.writeLine("lost")
    let error = #expect(throws: ConsoleError.self) { try console.flush() }
    #expect(error?.message == "cannot write to standard output: No space left on device")
    console.report("nobody hears this")
  }

  @Test func `a closed pipe is quiet`() throws {
    Console.prepareStandardStreams()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let console = Console(output: pipe.fileHandleForWriting.fileDescriptor)
    try console.writeLine("unheard")
    try console.flush()
    #expect(console.isOutputClosed)
    try console.writeLine("dropped")
    try console.flush()
  }

  @Test func `a pipe that does not block is waited for`() throws {
    let pipe = Pipe()
    let end = pipe.fileHandleForWriting.fileDescriptor
    #expect(fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) == 0)
    let size = 1 << 20
    let reader = Thread {
      var count = 0
      while count < size, let data = try? pipe.fileHandleForReading.read(upToCount: 1 << 16) {
        count += data.count
      }
    }
    reader.start()
    let console = Console(output: end)
    try console.write([UInt8](repeating: 65, count: size))
    try console.flush()
    #expect(!console.isOutputClosed)
  }

  @Test func `a message is one line whatever it quotes`() throws {
    let ends = try Ends()
    let console = Console(output: ends.output, errors: ends.errors)
    console.report("cannot add 'a\nb\u{1b}[31m'")
    #expect(try ends.told() == "imgds: cannot add 'a\\nb\\x1b[31m'\n")
  }

  @Test func `quiet silences remarks and not reports`() throws {
    let ends = try Ends()
    let console = Console(output: ends.output, errors: ends.errors)
    console.isQuiet = true
    console.remark("added 3 images")
    console.report("heard")
    #expect(try ends.told() == "imgds: heard\n")
  }

  @Test func `no progress is shown to a file`() throws {
    let ends = try Ends()
    let console = Console(output: ends.output, errors: ends.errors)
    console.beginProgress("adding", unit: "images")
    console.showProgress(done: 1, total: 2)
    console.endProgress()
    #expect(try ends.told() == "")
  }

  @Test func `a terminal gets every whole line at once`() {
    var buffer = OutputBuffer(isLineBuffered: true)
    #expect(buffer.add("on".utf8) == [])
    #expect(buffer.add("e\ntw".utf8) == Array("one\n".utf8)[...])
    #expect(buffer.takeAll() == Array("tw".utf8)[...])
    #expect(buffer.takeAll() == [])
  }

  /// Two files in place of the standard streams.
  private final class Ends {
    private let folder = FileManager.default.temporaryDirectory
      .appending(path: "imgds-\(UUID().uuidString)")
    private let handles: [FileHandle]

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      handles = try ["out", "err"].map { [folder] name in
        try Data().write(to: folder.appending(path: name))
        return try FileHandle(forWritingTo: folder.appending(path: name))
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var output: Int32 { handles[0].fileDescriptor }
    var errors: Int32 { handles[1].fileDescriptor }

    func written() throws -> String {
      try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
    }

    func told() throws -> String {
      try String(contentsOf: folder.appending(path: "err"), encoding: .utf8)
    }
  }
}
