/// What the process's exit status says.
enum ExitCode: Equatable {
  case done
  /// Done, but something was refused or found.
  case found
  /// Decided before anything was written.
  case wrongUsage
  /// The dataset or the file system failed.
  case systemFailed
  case interrupted(by: Int32)

  var number: Int32 {
    switch self {
    case .done: 0
    case .found: 1
    case .wrongUsage: 2
    case .systemFailed: 3
    case .interrupted(let signal): 128 + signal
    }
  }
}
