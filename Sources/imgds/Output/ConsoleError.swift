import Glibc

/// Standard output could not be written: exit status 3.
struct ConsoleError: Error, Equatable {
  /// The system's error number.
  let code: Int32
  /// The system's words for it.
  let words: String

  /// The program was asked to end while nobody read.
  var isInterruption: Bool { code == EINTR }

  var message: String { "cannot write to standard output: \(words)" }
}
