/// What a command line asks for.
package enum ParsedLine: Sendable, Hashable {
  case run(Invocation)
  /// Help on one command or on the whole, to standard output.
  case help(CommandName?, HelpLength)
  /// The version, to standard output.
  case version
  /// No argument at all: short help to standard error, exit 2.
  case nothing
}

/// How much help is asked for: `-h` is short, `--help` and `imgds help` are long.
package enum HelpLength: Sendable, Hashable {
  case short
  case long
}
