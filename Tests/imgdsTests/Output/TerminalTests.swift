import Glibc
import Testing

@testable import imgds

@Suite struct TerminalTests {
  @Test func `a terminal is told from a file and asked for its width`() throws {
    let terminal = try Terminal(columns: 57)
    let console = Console(output: terminal.user, errors: terminal.user)
    #expect(console.outputIsTerminal && console.errorsAreTerminal)
    #expect(console.width == 57)
  }

  @Test func `lines appear as they are written`() throws {
    let terminal = try Terminal(columns: 80)
    let console = Console(output: terminal.user, errors: terminal.user)
    try console.write(Array("one\ntwo".utf8))
    #expect(terminal.shown() == "one\r\n")
    try console.flush()
    #expect(terminal.shown() == "two")
  }

  @Test func `the bar makes way for messages and results, and leaves nothing behind`() throws {
    let terminal = try Terminal(columns: 40)
    let console = Console(output: terminal.user, errors: terminal.user)
    let eraser = "\r\u{1b}[K"
    console.beginProgress("adding", unit: "images")
    console.showProgress(done: 0, total: nil)
    #expect(terminal.shown().hasPrefix(eraser + "adding 0 images"))
    console.report("odd")
    #expect(terminal.shown() == eraser + "imgds: odd\r\n")
    console.showProgress(done: 1, total: 2)
    #expect(terminal.shown().hasPrefix(eraser + "adding 1/2 images"))
    try console.writeLine("a result")
    #expect(terminal.shown() == eraser + "a result\r\n")
    console.showProgress(done: 2, total: 2)
    _ = terminal.shown()
    console.endProgress()
    #expect(terminal.shown() == eraser)
    console.showProgress(done: 2, total: 2)
    console.report("end")
    #expect(terminal.shown() == "imgds: end\r\n")
  }

  @Test func `quiet shows no bar`() throws {
    let terminal = try Terminal(columns: 40)
    let console = Console(output: terminal.user, errors: terminal.user)
    console.isQuiet = true
    console.beginProgress("adding", unit: "images")
    console.showProgress(done: 1, total: 2)
    console.report("end")
    #expect(terminal.shown() == "imgds: end\r\n")
  }

  /// A pseudo-terminal: `user` is the program's end of it.
  private final class Terminal {
    /// TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)), macros that Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    private let screen: Int32
    let user: Int32

    init(columns: UInt16) throws {
      screen = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var lock: Int32 = 0
      var number: Int32 = 0
      try #require(unsafe screen >= 0 && ioctl(screen, Self.setLock, &lock) == 0)
      try #require(unsafe ioctl(screen, Self.getNumber, &number) == 0)
      user = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      try #require(unsafe user >= 0 && ioctl(user, UInt(TIOCSWINSZ), &size) == 0)
      try #require(fcntl(screen, F_SETFL, O_NONBLOCK) == 0)
    }

    deinit {
      close(user)
      close(screen)
    }

    /// What was written since it was last asked; the kernel hands it over a moment after the write.
    func shown() -> String {
      var text: [UInt8] = []
      var patience: Int32 = 2_000
      var request = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
      while unsafe poll(&request, 1, patience) == 1 {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe bytes.withUnsafeMutableBytes {
          unsafe read(screen, $0.baseAddress, $0.count)
        }
        text += bytes.prefix(max(0, count))
        patience = 20
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
