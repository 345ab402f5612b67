internal import ByteText
internal import Glibc

/// A started command.
///
/// Its streams are nameless files, so no pipe can fill up and block it.
package final class RunningCommand {
  /// The process id.
  package let id: Int32
  private let output: Descriptor
  private let errors: Descriptor
  private var isReaped = false

  init(_ command: TestCommand) throws {
    let input = try Descriptor(namelessIn: Places.temporary)
    try input.writeAll(command.input)
    output = try Descriptor(namelessIn: Places.temporary)
    errors = try Descriptor(namelessIn: Places.temporary)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (stream, file) in [input.number, output.number, errors.number].enumerated() {
      if command.closed.contains(Int32(stream)) {
        unsafe posix_spawn_file_actions_addclose(&actions, Int32(stream))
      } else {
        unsafe posix_spawn_file_actions_adddup2(&actions, file, Int32(stream))
      }
    }
    id = try unsafe Self.spawn(command, &actions)
  }

  deinit {
    guard !isReaped else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  /// Sends a signal.
  package func signal(_ number: Int32) {
    kill(id, number)
  }

  /// Whether it has not ended.
  package var isRunning: Bool {
    var found = unsafe siginfo_t()
    let code = unsafe waitid(P_PID, id_t(id), &found, WEXITED | WNOHANG | WNOWAIT)
    return unsafe code == 0 && found._sifields._sigchld.si_pid == 0
  }

  /// Waits for the end and gives all that was written.
  package func wait() throws -> TestOutput {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { throw SystemFailure("waitpid", "") }
    }
    isReaped = true
    let signal = status & 0x7F
    return TestOutput(
      status: Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal),
      stdout: ByteString(try output.readAll()), stderr: ByteString(try errors.readAll()))
  }

  /// Spawns with every signal at its default, as a shell would; a test runner may ignore some.
  ///
  /// The shell that changes the folder becomes the program, so the process id is the program's.
  private static func spawn(
    _ command: TestCommand, _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int32 {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let shell: [ByteString] = [
      "/bin/sh", "-c", #"cd -- "$0" && exec "$@""#, command.folder, command.program,
    ]
    let variables = command.environment.map { $0 + "=" + $1 }
    var id: Int32 = 0
    let code = unsafe withPointers(to: shell + command.arguments) { arguments in
      unsafe withPointers(to: variables) { environment in
        unsafe posix_spawn(
          &id, "/bin/sh", &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw SystemFailure("posix_spawn", command.program, code: code) }
    return id
  }

  private static func withPointers<Result>(
    to strings: [ByteString], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    let copies = unsafe strings.map { unsafe strdup($0.cString) }
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    return try unsafe body(copies + [nil])
  }
}
