import ByteText
import CommandGrammar
import ImageDataset
import System

/// Why a command ended early: what to say and the exit status.
struct Failure {
  let message: String
  let code: ExitCode

  init(_ error: any Error) {
    switch error {
    case let error as UsageError:
      (message, code) = (error.message, .wrongUsage)
    case let error as ConsoleError:
      (message, code) = (error.message, .systemFailed)
    case let error as SearchFault:
      (message, code) = (Self.message(of: error), .wrongUsage)
    case DatasetError.usage(let words):
      (message, code) = (words, .wrongUsage)
    case DatasetError.dataset(let path, let words):
      (message, code) = ("cannot use \(EscapedText.quoted(path)): \(words)", .systemFailed)
    case DatasetError.system(let error):
      (message, code) = (Self.message(of: error), .systemFailed)
    case let error as SystemError:
      (message, code) = (Self.message(of: error), .systemFailed)
    default:
      (message, code) = ("\(error)", .systemFailed)
    }
  }

  private static func message(of error: SystemError) -> String {
    "\(error.operation) \(EscapedText.quoted(error.path)): \(error.words)"
  }

  /// The argument, a caret under the place, and what is wrong there.
  private static func message(of fault: SearchFault) -> String {
    let before = ByteString(fault.argument.bytes.prefix(fault.offset))
    let indent = String(repeating: " ", count: DisplayWidth.of(EscapedText.of(before)))
    return "cannot read a term: \(fault.message)\n"
      + "  \(EscapedText.of(fault.argument))\n  \(indent)^"
  }
}
