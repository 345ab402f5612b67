import ByteText
import CommandGrammar
import Testing

/// Parses words that are separated by spaces.
func parsed(_ line: String) throws(UsageError) -> ParsedLine {
  try parse(line.split(separator: " ").map { ByteString(String($0)) })
}

/// The invocation that a line of words makes.
func invocation(
  _ line: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Invocation {
  guard case .run(let invocation) = try parsed(line) else {
    Issue.record("'\(line)' runs nothing", sourceLocation: sourceLocation)
    throw UsageError("")
  }
  return invocation
}

/// The message with which a line of words is refused.
func refusal(
  _ line: String, sourceLocation: SourceLocation = #_sourceLocation
) -> String? {
  do throws(UsageError) {
    _ = try parsed(line)
  } catch {
    return error.message
  }
  Issue.record("'\(line)' was accepted", sourceLocation: sourceLocation)
  return nil
}
