import ByteText

/// An option that a command does not have, and what may have been meant.
struct UnknownOption {
  private let name: ByteString
  private let spelled: ByteString
  private let command: CommandName?

  /// `name` is without hyphens, `spelled` as the user wrote it.
  init(_ name: ByteString, spelled: ByteString, command: CommandName?) {
    self.name = name
    self.spelled = spelled
    self.command = command
  }

  /// Names the nearest option, or else the commands that do have this one, or else the help.
  func error(among options: [Option]) -> UsageError {
    let message = "unknown option '\(spelled.displayed)'"
    let isKnownHere = options.contains { ByteString($0.name.rawValue) == name }
    let owners = CommandName.allCases.filter { owner in
      Command(owner).options.contains { ByteString($0.name.rawValue) == name }
    }
    if let command, !isKnownHere, !owners.isEmpty {
      let words = owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      return UsageError("\(message) for '\(command.rawValue)' (it belongs to \(words))")
    }
    if let near = NearestWord.to(name, among: options.map { ByteString($0.name.rawValue) }) {
      return UsageError("\(message), did you mean '--\(near.displayed)'")
    }
    return UsageError(message, see: command)
  }
}
