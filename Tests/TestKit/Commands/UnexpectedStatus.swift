package import ByteText

/// A command ended with another exit status than the test expected.
package struct UnexpectedStatus: Error, CustomStringConvertible {
  package let expected: Int
  package let arguments: [ByteString]
  package let output: TestOutput

  package var description: String {
    let words = arguments.map(\.displayed).joined(separator: " ")
    return "exit \(output.status) instead of \(expected): \(words)\n"
      + "\(output.errors)\(output.text)"
  }
}

/// A command wrote something of another shape than the test wanted.
package struct UnexpectedOutput: Error, CustomStringConvertible {
  package let wanted: String
  package let output: TestOutput

  package var description: String {
    "wanted \(wanted):\n\(output.text)\(output.errors)"
  }
}
