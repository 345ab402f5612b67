import ByteText
import Glibc
import System

/// The process's standard output and standard error: the only place from which anything is printed.
///
/// Standard output is data and buffered; its failure is an error, a reader that went away is not.
/// Standard error is messages and progress; if it cannot be written there is no one to tell. A
/// reader that takes nothing is waited for, but only a second or two once the program was asked to
/// end. One thread at a time may use a console.
final class Console {
  let outputIsTerminal: Bool
  let errorsAreTerminal: Bool
  /// How text on standard output is coloured.
  let style: Style
  /// Shows neither progress nor remarks.
  var isQuiet = false
  /// Whether the reader of standard output went away: what is written is dropped from then on.
  private(set) var isOutputClosed = false

  private let output: Int32
  private let errors: Int32
  private var buffer: OutputBuffer
  private var progress: ProgressBar?
  /// Whether nobody took what standard error was given while the program was asked to end.
  private var areErrorsGivenUp = false
  /// A failure of standard output that was met where it could not be thrown.
  private var failure: ConsoleError?

  /// Takes descriptors, which stay the caller's.
  ///
  /// `environment` looks up a variable.
  init(
    output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO,
    environment: (String) -> String? = Console.environment
  ) {
    self.output = output
    self.errors = errors
    outputIsTerminal = isatty(output) == 1
    errorsAreTerminal = isatty(errors) == 1
    buffer = OutputBuffer(isLineBuffered: outputIsTerminal)
    style = Style(isTerminal: outputIsTerminal, environment: environment)
  }

  /// Makes the standard streams safe to use, before anything else is done.
  ///
  /// A stream that is closed would lend its number to the next file opened, which messages would
  /// then be written into: it becomes `/dev/null`. Writing to a pipe without a reader becomes an
  /// error (EPIPE) in place of a signal.
  static func prepareStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The columns of the terminal: as it tells, else as `COLUMNS` tells, else 80.
  var width: Int {
    for descriptor in [output, errors] {
      var size = winsize()
      if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    let told = Self.environment("COLUMNS").flatMap { Decimal.number(Array($0.utf8)) } ?? 0
    return told > 0 ? told : 80
  }

  /// Writes data to standard output, by and by; throws what the system says to it.
  func write(_ bytes: some Collection<UInt8>) throws(ConsoleError) {
    try deliver(buffer.add(bytes))
  }

  /// Writes text and a newline to standard output.
  func writeLine(_ text: String) throws(ConsoleError) {
    try write(Array(text.utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes out what is held back, which must be done before the process ends.
  func flush() throws(ConsoleError) {
    try deliver(buffer.takeAll())
  }

  /// Tells something on standard error: `imgds: ` and the message on one line, whatever is in it.
  func report(_ message: String) {
    tell("imgds: \(EscapedText.of(message))\n")
  }

  /// Tells something that `--quiet` is to silence, a summary say.
  func remark(_ message: String) {
    if !isQuiet { report(message) }
  }

  /// Writes prepared text to standard error, help after wrong usage say, as it stands.
  ///
  /// What standard output holds back goes first, so that the two keep their order where they end up
  /// in one place.
  func tell(_ text: String) {
    do throws(ConsoleError) {
      try flush()
    } catch {
      failure = error
    }
    eraseProgress()
    writeToErrors(text)
  }

  /// Whether anyone is there to watch progress.
  var showsProgress: Bool { errorsAreTerminal && !isQuiet }

  /// Begins to show progress, if anyone is there to watch.
  func beginProgress(_ label: String, unit: String) {
    guard showsProgress else { return }
    let start = ContinuousClock.now
    progress = ProgressBar(
      label: label, unit: unit, usesBlocks: Style.speaksUnicode(Self.environment),
      clock: { ContinuousClock.now - start })
  }

  /// Shows how far the work is, at most ten times a second; `total` is nil while it is unknown.
  func showProgress(done: Int, total: Int?) {
    guard let text = progress?.advance(to: done, of: total, width: width) else { return }
    writeToErrors(text)
  }

  /// Takes the progress bar away for good.
  func endProgress() {
    eraseProgress()
    progress = nil
  }

  private func eraseProgress() {
    guard let text = progress?.erase() else { return }
    writeToErrors(text)
  }

  private func writeToErrors(_ text: String) {
    guard !areErrorsGivenUp else { return }
    do throws(ConsoleError) {
      _ = try Self.write(Array(text.utf8)[...], to: errors)
    } catch {
      areErrorsGivenUp = error.isInterruption
    }
  }

  private func deliver(_ bytes: ArraySlice<UInt8>) throws(ConsoleError) {
    if let failure { throw failure }
    guard !bytes.isEmpty, !isOutputClosed else { return }
    if outputIsTerminal { eraseProgress() }
    do throws(ConsoleError) {
      isOutputClosed = try !Self.write(bytes, to: output)
    } catch {
      isOutputClosed = error.isInterruption
      throw error
    }
  }

  /// Writes everything, however often write(2) is interrupted, cut short or told to wait; returns
  /// false if there is no reader.
  ///
  /// - Throws: EINTR once an ``Interrupt`` has ended the wait for a reader twice: the second comes a
  ///   second after the first, time for one who reads.
  private static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(ConsoleError) -> Bool {
    var rest = bytes
    var isPatient = true
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      var code = count == 0 ? EIO : errno
      if code == EAGAIN { code = wait(for: descriptor) }
      switch code {
      case 0: continue
      case EINTR where isPatient: isPatient = Interrupt.received == nil
      case EPIPE: return false
      default: throw unsafe ConsoleError(code: code, words: String(cString: strerror(code)))
      }
    }
    return true
  }

  /// Waits until a descriptor that does not block takes more; returns 0 or why the wait ended.
  private static func wait(for descriptor: Int32) -> Int32 {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&request, 1, -1) == -1 ? errno : 0
  }
}
