package import ByteText

extension Dir {
  /// `imgds` with these arguments, ready to run in this folder.
  package func command(_ arguments: ByteString...) -> TestCommand {
    TestCommand(Places.binary, arguments, in: self)
  }

  /// `imgds` with a list of arguments, ready to run in this folder.
  package func command(_ arguments: [ByteString]) -> TestCommand {
    TestCommand(Places.binary, arguments, in: self)
  }

  /// Runs `imgds` here, with bytes on standard input.
  ///
  /// Throws when the exit status is not the expected one; nil takes any.
  @discardableResult
  package func imgds(
    _ arguments: ByteString..., input: [UInt8] = [], status: Int? = 0
  ) throws -> TestOutput {
    try command(arguments).input(input).run(status: status)
  }

  /// Runs a line of bash here, in which `$IMGDS` is the binary, with `pipefail`.
  @discardableResult
  package func shell(_ script: ByteString, status: Int? = 0) throws -> TestOutput {
    try TestCommand("bash", ["-c", "set -o pipefail; " + script], in: self).run(status: status)
  }

  /// Runs another program here.
  @discardableResult
  package func run(
    _ program: ByteString, _ arguments: ByteString..., status: Int? = 0
  ) throws -> TestOutput {
    try TestCommand(program, arguments, in: self).run(status: status)
  }
}
