package import ByteText

/// One run of a program: arguments, standard input, environment and folder, all as bytes.
///
/// Foundation's `Process` takes text alone, and file names are not always text.
package struct TestCommand {
  package var program: ByteString
  package var arguments: [ByteString]
  package var folder: ByteString
  package var environment: [ByteString: ByteString]
  package var input: [UInt8] = []
  /// Standard streams (0, 1, 2) that are closed when the program starts.
  package var closed: Set<Int32> = []

  package init(_ program: ByteString, _ arguments: [ByteString], in dir: Dir) {
    self.program = program
    self.arguments = arguments
    folder = dir.path
    environment = Self.environment(of: dir)
  }

  /// What a command knows of the machine: nothing of who runs the tests, and no setting of imgds.
  private static func environment(of dir: Dir) -> [ByteString: ByteString] {
    var environment: [ByteString: ByteString] = [
      "HOME": dir.home, "XDG_CACHE_HOME": dir.cache, "LC_ALL": "C", "IMGDS_USER": "tester",
      "IMGDS": Places.binary, "PATH": Places.variable("PATH") ?? "/usr/bin:/bin",
      "TMPDIR": Places.temporary,
    ]
    let kept: [ByteString] = [
      "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH",
    ]
    for name in kept { environment[name] = Places.variable(name) }
    return environment
  }

  /// The same run with bytes on standard input.
  package func input(_ bytes: [UInt8]) -> TestCommand {
    var copy = self
    copy.input = bytes
    return copy
  }

  /// The same run with text on standard input.
  package func input(text: ByteString) -> TestCommand {
    input(text.bytes)
  }

  /// The same run with a variable set, or unset by nil.
  package func variable(_ name: ByteString, _ value: ByteString?) -> TestCommand {
    var copy = self
    copy.environment[name] = value
    return copy
  }

  /// The same run in another folder.
  package func folder(_ path: ByteString) -> TestCommand {
    var copy = self
    copy.folder = path
    return copy
  }

  /// The same run with these standard streams closed at the start.
  package func closing(_ streams: Int32...) -> TestCommand {
    var copy = self
    copy.closed = Set(streams)
    return copy
  }

  /// Runs to the end.
  ///
  /// Throws ``UnexpectedStatus``, which shows what was said, when the exit status is not the expected
  /// one; nil takes any.
  @discardableResult
  package func run(status expected: Int? = 0) throws -> TestOutput {
    let output = try start().wait()
    guard expected == nil || output.status == expected else {
      throw UnexpectedStatus(expected: expected ?? 0, arguments: arguments, output: output)
    }
    return output
  }

  /// Starts it and comes back at once, for tests that send signals.
  package func start() throws -> RunningCommand {
    try RunningCommand(self)
  }
}
