import ByteText
import CommandGrammar
import ImageDataset
import System

/// Words in, exit status out: the only place that ends the process.
@main
enum Main {
  static func main() {
    Console.prepareStandardStreams()
    Interrupt.install()
    let console = Console()
    var status = run(Environment.arguments, console)
    console.endProgress()
    do {
      try console.flush()
    } catch {
      console.report(error.message)
      status = .systemFailed
    }
    if let signal = Interrupt.received { status = .interrupted(by: signal) }
    endProcess(status.number)
  }

  private static func run(_ arguments: [ByteString], _ console: Console) -> ExitCode {
    do {
      switch try parse(arguments) {
      case .run(let invocation):
        return try CommandContext(invocation, console).run()
      case .help(let command, let length):
        try console.writeLine(Help.text(on: command, length))
      case .version:
        try console.writeLine("imgds \(Release.version)")
      case .nothing:
        console.tell(Help.text(on: nil, .short))
        return .wrongUsage
      }
      return .done
    } catch {
      let failure = Failure(error)
      console.report(failure.message)
      for line in failure.quotation { console.tell(line + "\n") }
      return failure.code
    }
  }
}
