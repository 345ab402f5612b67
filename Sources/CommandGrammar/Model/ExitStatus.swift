/// An exit status and when a command ends with it.
struct ExitStatus: Sendable {
  let code: String
  /// A sentence in the mark-up of ``InlineText``.
  let meaning: String

  init(_ code: String, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }

  static let wrongUsage = ExitStatus("2", "Wrong usage, found before anything was written.")
  static let interrupted = ExitStatus(
    "130", "Interrupted by Ctrl-C; 143 when ended by SIGTERM, 129 by SIGHUP.")

  /// What every command that opens a dataset shares.
  static let shared = [
    wrongUsage,
    ExitStatus(
      "3", "The dataset or the file system failed, or standard output could not be written."),
    interrupted,
  ]
}
