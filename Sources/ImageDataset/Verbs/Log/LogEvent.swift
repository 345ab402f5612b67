package import ByteText

/// Something that was done to a dataset.
package struct LogEvent: Sendable {
  /// What was done; the words of reports.
  package enum Action: String, Sendable {
    case made, changed
    case classAdded = "class-added"
    case classRemoved = "class-removed"
    case classRenamed = "class-renamed"
    case classDescribed = "class-described"
    case added, labelled, visibility, described, removed, purged, merged

    /// The command that does such things, unless its record names another.
    var usualCommand: ByteString {
      switch self {
      case .made, .changed, .classAdded: "init"
      case .classRemoved, .classRenamed, .classDescribed: "class"
      case .added: "add"
      case .labelled, .visibility, .described: "label"
      case .removed, .purged: "remove"
      case .merged: "merge"
      }
    }
  }

  package var time: Timestamp
  package var by: ByteString
  package var action: Action
  package var id: ImageID?
  /// Where the image lay from then on, or had lain until then if it was removed.
  package var file: ByteString?
  package var className: ByteString?
  /// The file an image was added from, the class it was moved from, a class's old name, or the dataset
  /// that was taken in.
  package var from: ByteString?
  /// The command that did it.
  package var command: ByteString = ""
  /// All extra labels from then on.
  package var labels: [ByteString]?
  package var visibility: Visibility?
  package var description: ByteString?
  /// Whether it was done to another's image against the rule.
  package var isForced = false

  init(_ time: Timestamp, _ by: ByteString, _ action: Action) {
    self.time = time
    self.by = by
    self.action = action
  }
}
