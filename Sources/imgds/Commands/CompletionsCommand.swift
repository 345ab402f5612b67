import ByteText
import CommandGrammar

extension CommandContext {
  /// Runs `imgds completions SHELL`.
  func runCompletions() throws -> ExitCode {
    guard let shell = Shell(rawValue: path.displayed) else {
      throw invocation.usageError("there are completions for bash, zsh and fish")
    }
    try console.write(Array(shell.completions.utf8))
    return .done
  }
}
