package import ByteText

/// A command with its operands and options, checked against the table.
package struct Invocation: Sendable, Hashable {
  package let command: CommandName
  /// The operands in order, the dataset first; as many as the command takes.
  package internal(set) var operands: [ByteString] = []
  private var given: [OptionName: [ByteString]] = [:]

  init(_ command: CommandName) {
    self.command = command
  }

  /// The dataset, tree or archive it is about; none where the command takes none or none was given.
  package var dataset: ByteString? { command == .completions ? nil : operands.first }

  /// Whether a flag is given.
  package func flag(_ name: OptionName) -> Bool {
    isGiven(name)
  }

  /// The value of an option; the last one if it was given twice.
  package func value(_ name: OptionName) -> ByteString? {
    given[name]?.last
  }

  /// Every value of an option, in the order given.
  package func values(_ name: OptionName) -> [ByteString] {
    given[name] ?? []
  }

  /// The value of an option that takes a number, which the parser has checked.
  package func number(_ name: OptionName) -> Int? {
    value(name).flatMap { Decimal.number($0.bytes) }
  }

  /// The bytes that an option's size says, which the parser has checked.
  package func size(_ name: OptionName) -> Int? {
    value(name).flatMap { ByteCount.read($0) }
  }

  /// The number from 0 to 1 that an option takes, which the parser has checked.
  package func share(_ name: OptionName) -> Double? {
    value(name).flatMap { WordKind.share($0) }
  }

  /// A fault in the words that only the command itself can see, pointing to the command's help.
  package func usageError(_ message: String) -> UsageError {
    UsageError(message, see: command)
  }

  func isGiven(_ name: OptionName) -> Bool {
    given[name] != nil
  }

  mutating func record(_ name: OptionName, _ value: ByteString?) {
    given[name, default: []] += value.map { [$0] } ?? []
  }
}
