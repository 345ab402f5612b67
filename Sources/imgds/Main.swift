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
    let usage = UsageLog()
    var status = run(Environment.arguments, console, usage)
    console.endProgress()
    do {
      try console.flush()
    } catch {
      if !error.isInterruption { console.report(error.message) }
      status = .systemFailed
    }
    if let signal = Interrupt.received { status = .interrupted(by: signal) }
    if let warning = usage.append(status: status) { console.report(warning) }
    endProcess(status.number)
  }

  private static func run(
    _ arguments: [ByteString], _ console: Console, _ usage: UsageLog
  ) -> ExitCode {
    do {
      switch try parse(arguments) {
      case .run(let invocation):
        usage.invocation = invocation
        return try CommandContext(invocation, console, usage).run()
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
      usage.words = arguments
      let failure = Failure(error)
      if failure.isInterruption, Interrupt.received != nil { return failure.code }
      console.report(failure.message)
      for line in failure.quotation { console.tell(line + "\n") }
      return failure.code
    }
  }
}
