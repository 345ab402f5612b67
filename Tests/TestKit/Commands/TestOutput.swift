package import ByteText

/// What a command wrote and how it ended.
package struct TestOutput: Sendable {
  /// The exit status; 128 and the signal's number for a process that a signal ended.
  package let status: Int
  package let stdout: ByteString
  package let stderr: ByteString

  /// Standard error as text.
  package var errors: String { stderr.displayed }

  /// Standard output as text.
  package var text: String { stdout.displayed }

  /// The lines of standard output without their newlines.
  package var lines: [ByteString] { stdout.parts(ending: UInt8(ascii: "\n")) }

  /// The NUL-terminated records of standard output.
  package var records: [ByteString] { stdout.parts(ending: 0) }

  /// Every line of standard output as JSON; throws where one is not.
  package var json: [JSON] {
    get throws { try lines.map { try JSON(parsing: $0) } }
  }

  /// The one line of standard output as JSON; throws when there are more or fewer.
  package var object: JSON {
    get throws {
      guard let only = try json.first, lines.count == 1 else {
        throw UnexpectedOutput(wanted: "one line of JSON", output: self)
      }
      return only
    }
  }

  /// The JSON lines of one type.
  package func json(_ type: ByteString) throws -> [JSON] {
    try json.filter { $0["type"]?.text == type }
  }

  /// The last JSON line; throws when it is no summary.
  package var summary: JSON {
    get throws {
      guard let last = try json.last, last["type"] == "summary" else {
        throw UnexpectedOutput(wanted: "a summary at the end", output: self)
      }
      return last
    }
  }
}

extension ByteString {
  /// The parts that each end in a terminator; a last one may lack it.
  package func parts(ending terminator: UInt8) -> [ByteString] {
    var parts = split(on: terminator)
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }
}
