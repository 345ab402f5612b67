package import ByteText
internal import CSystem
internal import Glibc

/// Another program that runs beside this one and is talked to through its standard streams; what it
/// says on standard error goes where ours goes.
///
/// Neither side waits for the other by accident: ``exchange(_:until:)`` writes only what the program
/// takes and reads whatever it says meanwhile. A program that still runs when this value goes, or when
/// the process is asked to end, is ended: its streams are closed and it gets SIGTERM, and a second
/// later SIGKILL. Belongs to one thread.
package final class ChildProcess {
  /// How a program ended.
  package enum End: Sendable, Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// What was run.
  package let command: ByteString
  private let number: pid_t
  private var input: SharedFile?
  private var output: SharedFile?
  private var end: End?
  /// How long a program may take to end that was asked to, in seconds.
  private static let grace = 1.0

  /// Starts `/bin/sh -c COMMAND`, signals as at a login: SIGPIPE ends it.
  ///
  /// - Throws: why there can be no pipe or process. A command that is not found ends with status 127.
  package init(shell command: ByteString) throws(SystemError) {
    self.command = command
    var pipes: [Int32] = [-1, -1]
    number = try systemCall("fork", at: command) { text in
      unsafe imgds_spawn_shell(text, &pipes)
    }
    input = SharedFile(OpenFile(descriptor: pipes[0], path: command))
    output = SharedFile(OpenFile(descriptor: pipes[1], path: command))
  }

  deinit {
    output = nil
    input = nil
    if end == nil { stop() }
  }

  /// Sends bytes as the program takes them, and reads what it says, until nothing is left to send or,
  /// if asked for, it has said something.
  ///
  /// Bytes for a program that reads no more are dropped.
  ///
  /// - Returns: what it said, which may be nothing; nil at the end of what it says.
  package func exchange(
    _ bytes: inout [UInt8], waitsForAnswer: Bool
  ) throws(SystemError) -> [UInt8]? {
    guard let output else { return nil }
    while true {
      let canSend = input != nil && !bytes.isEmpty
      var requests = [
        pollfd(fd: output.file.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: canSend ? inputDescriptor : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let patience: Int32 = waitsForAnswer || canSend ? -1 : 0
      try systemCall("poll", command, givesUp: true) {
        unsafe poll(&requests, 2, patience)
      }
      if requests[0].revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var room = buffer.mutableSpan
        let count = try output.file.read(into: &room)
        return count == 0 ? nil : Array(buffer.prefix(count))
      }
      if requests[1].revents != 0 { try send(&bytes) }
      if !waitsForAnswer, bytes.isEmpty || input == nil { return [] }
    }
  }

  private var inputDescriptor: Int32 {
    input?.file.descriptor ?? -1
  }

  /// Sends what fits into the pipe.
  private func send(_ bytes: inout [UInt8]) throws(SystemError) {
    let descriptor = inputDescriptor
    do {
      let piece = bytes.prefix(4_096)
      let count = try systemCall("write", command) {
        unsafe piece.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      }
      bytes.removeFirst(count)
    } catch {
      guard error.isClosedPipe else { throw error }
      bytes = []
      input = nil
    }
  }

  /// Ends the program's input.
  package func closeInput() {
    input = nil
  }

  /// Ends the program's input and waits for the program to end; an ``Interrupt`` ends it.
  package func wait() -> End {
    if let end { return end }
    closeInput()
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) == -1, errno == EINTR {
      if Interrupt.received != nil { return stop() }
    }
    return ended(status)
  }

  /// Asks the program to end, and makes it end if it does not.
  @discardableResult
  private func stop() -> End {
    let deadline = Clocks.monotonicSeconds() + Self.grace
    _ = kill(number, SIGTERM)
    var status: Int32 = 0
    while unsafe waitpid(number, &status, WNOHANG) == 0 {
      usleep(5_000)
      if Clocks.monotonicSeconds() > deadline { _ = kill(number, SIGKILL) }
    }
    return ended(status)
  }

  private func ended(_ status: Int32) -> End {
    let signal = status & 0x7F
    let ended = signal == 0 ? End.status((status >> 8) & 0xFF) : End.signal(signal)
    end = ended
    return ended
  }
}
