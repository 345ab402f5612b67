internal import ByteText
internal import Glibc

/// Standard input, output and error as files, which are never closed here.
package enum StandardStreams {
  /// Standard input, for data.
  package static func input() -> OpenFile {
    OpenFile(descriptor: STDIN_FILENO, path: "standard input", isBorrowed: true)
  }

  /// Standard output, for data such as an archive.
  ///
  /// What people read goes through the console.
  package static func output() -> OpenFile {
    OpenFile(descriptor: STDOUT_FILENO, path: "standard output", isBorrowed: true)
  }

  /// Opens `/dev/null` for each of the three that was closed when the program started.
  ///
  /// Else a file of the dataset would get its number. Call first.
  package static func ensureOpen() throws(SystemError) {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is the one that is missing.
      try systemCall("open", at: "/dev/null") { unsafe open($0, O_RDWR) }
    }
  }
}
