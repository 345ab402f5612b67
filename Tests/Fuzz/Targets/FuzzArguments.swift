import ByteText
import CommandGrammar

/// Words parted by NUL are obeyed or refused with a reason.
func fuzzArguments(_ input: [UInt8]) {
  let words = ByteString(input).split(on: 0)
  do throws(UsageError) {
    switch try parse(words) {
    case .run(let invocation):
      require(!invocation.operands.isEmpty, "a command without operands")
      _ = invocation.number(.jobs)
      _ = invocation.number(.maxPixels)
    case .help(let command, let length):
      require(!Help.text(on: command, length).isEmpty, "a page of nothing")
    case .version, .nothing:
      break
    }
  } catch {
    require(!error.message.isEmpty, "a refusal says nothing")
  }
}
