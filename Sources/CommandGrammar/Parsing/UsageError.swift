/// A command line that cannot be obeyed.
package struct UsageError: Error, Sendable, Hashable {
  /// What is wrong and the way out: lower case, no full stop, no program name before it.
  ///
  /// It quotes what the user typed, control characters included: whoever prints it escapes them.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }

  /// A fault whose way out is a page of help: that of the command, or of the whole.
  init(_ message: String, see command: CommandName?) {
    let page = command.map { "imgds \($0.rawValue) --help" } ?? "imgds --help"
    self.message = "\(message); see '\(page)'"
  }
}
