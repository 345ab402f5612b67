extension Command {
  /// The entry of a command.
  init(_ name: CommandName) {
    self =
      switch name {
      case .initialise: .initialise
      case .add: .add
      case .label: .label
      case .classes: .classes
      case .list: .list
      case .remove: .remove
      case .suggest: .suggest
      case .verify: .verify
      case .stats: .stats
      case .pack: .pack
      case .log: .log
      case .merge: .merge
      case .completions: .completions
      }
  }
}
