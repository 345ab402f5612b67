/// A shell that completions are written for.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}
