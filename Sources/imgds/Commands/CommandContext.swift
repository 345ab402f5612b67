import ByteText
import CommandGrammar
import ImageDataset
import System

/// What every command needs: its words and where its report goes.
struct CommandContext {
  let invocation: Invocation
  let console: Console
  /// Is told how many images the command was about.
  let usage: UsageLog

  init(_ invocation: Invocation, _ console: Console, _ usage: UsageLog) {
    self.invocation = invocation
    self.usage = usage
    self.console = console
    console.isQuiet = invocation.flag(.quiet)
  }

  func run() throws -> ExitCode {
    switch invocation.command {
    case .initialise: try runInit()
    case .add: try runAdd()
    case .label: try runLabel()
    case .classes: try runClass()
    case .list: try runList()
    case .remove: try runRemove()
    case .suggest: try runSuggest()
    case .verify: try runVerify()
    case .stats: try runStats()
    case .pack: try runPack()
    case .log: try runLog()
    case .merge: try runMerge()
    case .completions: try runCompletions()
    }
  }

  var isJSON: Bool { invocation.flag(.json) }

  /// The operand every command begins with.
  var path: ByteString { invocation.operands[0] }

  var jobs: Int { invocation.number(.jobs) ?? Processors.count }

  /// Who the records will name: `IMGDS_USER`, else the account.
  func contributor() throws(UsageError) -> ByteString {
    let named = Environment.value("IMGDS_USER").flatMap { $0.isEmpty ? nil : $0 }
    let name = named ?? Account.name
    if let fault = Contributor.fault(in: name) {
      throw UsageError("the contributor in IMGDS_USER \(fault)")
    }
    return name
  }

  /// The items of standard input: one a line, or NUL-separated.
  func standardInput() -> ItemReader {
    ItemReader(
      StandardStreams.input(), separator: invocation.flag(.nulSeparated) ? 0 : UInt8(ascii: "\n"))
  }

  /// The bytes of a table; `-` is standard input.
  func tableBytes(at path: ByteString) throws(SystemError) -> [UInt8] {
    guard path == "-" else { return try Files.readWhole(path, atMost: LabelTable.largest) }
    return try Files.content(of: StandardStreams.input(), atMost: LabelTable.largest)
  }

  /// Writes one JSON object and a newline to standard output.
  func writeJSON(_ type: StaticString, _ members: (inout JSONWriter) -> Void) throws(ConsoleError) {
    try console.write(JSONLine.bytes(type, members))
  }

  /// What a summary begins with that is of a run which was cut short.
  var interruption: String { Interrupt.received == nil ? "" : "interrupted: " }

  func warn(_ warning: ClassWarning) {
    console.report("warning: class \(EscapedText.quoted(warning.className)): \(warning.message)")
  }
}
