import ByteText
import Glibc
import Testing

@testable import System

struct ChildProcessTests {
  init() {
    // As `Interrupt.install` does in the program.
    _ = signal(SIGPIPE, SIG_IGN)
  }

  private func said(
    by command: ByteString, to input: [UInt8]
  ) throws -> (ByteString, ChildProcess.End) {
    let child = try ChildProcess(shell: command)
    var (rest, said) = (input, [UInt8]())
    while let piece = try child.exchange(&rest, waitsForAnswer: rest.isEmpty) {
      said += piece
      if rest.isEmpty { child.closeInput() }
    }
    return (ByteString(said), child.wait())
  }

  @Test func `ends a program that says more than anyone reads`() throws {
    let program = try ChildProcess(shell: "yes")
    var nothing: [UInt8] = []
    #expect(try program.exchange(&nothing, waitsForAnswer: true)?.isEmpty == false)
  }

  @Test func `ends a program that will not end`() throws {
    var nothing: [UInt8] = []
    var program: ChildProcess? = try ChildProcess(
      shell: "trap '' TERM; echo $$; while :; do sleep 0.05; done")
    let said = ByteString(try program?.exchange(&nothing, waitsForAnswer: true) ?? [])
    let number = try #require(Int32(said.displayed.filter(\.isNumber)))
    #expect(kill(number, 0) == 0)
    program = nil
    #expect(kill(number, 0) == -1)
  }

  @Test func `takes any number of bytes and gives back what the program says`() throws {
    let bytes = [UInt8](repeating: 97, count: 1_000_000)
    let (text, end) = try said(by: "cat", to: bytes)
    #expect(text.bytes == bytes)
    #expect(end == .status(0))
  }

  @Test func `tells how the program ended, and drops what it does not read`() throws {
    let bytes = [UInt8](repeating: 97, count: 1_000_000)
    #expect(try said(by: "exec <&-; exit 5", to: bytes).1 == .status(5))
    #expect(try said(by: "kill -TERM $$", to: []).1 == .signal(15))
    #expect(try said(by: "yes | head -n 1", to: []).0 == "y\n")
    #expect(throws: SystemError.self) { try ChildProcess(shell: ByteString([97, 0, 98])) }
  }
}
