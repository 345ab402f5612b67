import ByteText
import CommandGrammar
import ImageDataset
import System

/// Why a command ended early: what to say and the exit status.
struct Failure {
  let message: String
  /// Lines that show the place of the fault, below the message.
  var quotation: [String] = []
  let code: ExitCode
  /// Whether a signal ended a wait, which is told by the exit status alone.
  var isInterruption = false

  init(_ error: any Error) {
    switch error {
    case let error as UsageError:
      (message, code) = (error.message, .wrongUsage)
    case let error as ConsoleError:
      (message, code) = (error.message, .systemFailed)
      isInterruption = error.isInterruption
    case let error as SearchFault:
      (message, code) = ("cannot read a term: \(error.message)", .wrongUsage)
      quotation = Self.quotation(of: error)
    case DatasetError.usage(let words):
      (message, code) = (words, .wrongUsage)
    case DatasetError.dataset(let path, let words):
      (message, code) = ("cannot use \(EscapedText.quoted(path)): \(words)", .systemFailed)
    case DatasetError.program(let command, let words):
      (message, code) = ("cannot use \(EscapedText.quoted(command)): \(words)", .systemFailed)
    case DatasetError.system(let error):
      (message, code) = (Self.message(of: error), .systemFailed)
      isInterruption = error.isInterruption
    case let error as SystemError:
      (message, code) = (Self.message(of: error), .systemFailed)
      isInterruption = error.isInterruption
    default:
      (message, code) = ("\(error)", .systemFailed)
    }
  }

  private static func message(of error: SystemError) -> String {
    let verb = verbs[error.operation] ?? error.operation
    return "cannot \(verb) \(EscapedText.quoted(error.path)): \(error.words)"
  }

  /// What people call the system calls that can fail.
  private static let verbs = [
    "access": "write into", "chmod": "change the mode of", "fchmod": "change the mode of",
    "fchown": "keep the group of", "fcntl": "lock",
    "fdatasync": "flush", "flock": "lock", "fork": "run", "fstat": "look at", "fsync": "flush",
    "ftruncate": "truncate", "getdents64": "list", "link": "place", "linkat": "place",
    "mkdir": "make folder", "pread": "read", "readlink": "read", "realpath": "find",
    "rmdir": "remove", "stat": "look at", "syncfs": "flush", "unlink": "remove",
  ]

  /// The argument, and a caret under the place.
  private static func quotation(of fault: SearchFault) -> [String] {
    let before = ByteString(fault.argument.bytes.prefix(fault.offset))
    let indent = String(repeating: " ", count: DisplayWidth.of(EscapedText.of(before)))
    return ["  \(EscapedText.of(fault.argument))", "  \(indent)^"]
  }
}
