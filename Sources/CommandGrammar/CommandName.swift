package import ByteText

/// A command of `imgds`, named by the word a user types.
///
/// A new command is a case here, a file in `Commands/` and a line in ``Command/init(_:)``.
package enum CommandName: String, CaseIterable, Sendable {
  case initialise = "init"
  case add
  case label
  case classes = "class"
  case list
  case remove
  case suggest
  case verify
  case stats
  case pack
  case log
  case merge
  case completions

  /// The word as it stands on the command line.
  package var word: ByteString { ByteString(rawValue) }

  init?(word: ByteString) {
    guard let name = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = name
  }
}
