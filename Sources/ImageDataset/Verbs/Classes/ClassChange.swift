package import ByteText

/// What became of a class.
package struct ClassChange: Sendable {
  package enum Action: String, Sendable {
    case added, removed, renamed, merged, described
    /// It was so already.
    case unchanged
    /// It was removed already.
    case absent
  }

  package let action: Action
  package let name: ByteString
  /// What it was called before, or which class was merged into it.
  package let from: ByteString?

  init(_ action: Action, _ name: ByteString, from: ByteString? = nil) {
    self.action = action
    self.name = name
    self.from = from
  }
}

/// What became of classes, and names that will make trouble elsewhere.
package struct ClassReport: Sendable {
  package var changes: [ClassChange]
  package var warnings: [ClassWarning] = []

  package init(changes: [ClassChange] = []) {
    self.changes = changes
  }
}
