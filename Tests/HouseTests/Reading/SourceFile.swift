/// A file of the package as the house tests read it.
struct SourceFile: Sendable {
  /// Where it stands, from the package's folder: `Sources/System/Descriptor.swift`.
  let path: String
  /// All of it.
  let text: String
  /// The same lines with comments and string literals made blank, so that words in them do not count.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = text.withoutCommentsAndLiterals
  }

  /// The folder below `Sources` it belongs to.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var lineCount: Int { text.lines.count }

  /// Whether the path begins with one of some beginnings.
  func isBelow(_ beginnings: [String]) -> Bool {
    beginnings.contains { path.hasPrefix($0) }
  }
}

extension String {
  /// The lines without their newlines; a last one may lack it.
  var lines: [Substring] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
