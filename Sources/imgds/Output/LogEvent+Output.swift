import ByteText
import ImageDataset

extension LogEvent {
  /// Adds the keys of an `event` line, in the contract's order; more is in the catalog's lines.
  func write(to json: inout JSONWriter) {
    json.member("time", time.text)
    json.member("by", by)
    json.member("action", ByteString(action.rawValue))
    if let id { json.member("id", id.text) }
    if let file { json.member("file", bytes: file) }
    if let className { json.member("class", bytes: className) }
    if let from { json.member("from", bytes: from) }
    json.member("command", command)
  }

  /// A line for people: when, who, and what was done.
  func line(_ style: Style) -> String {
    let when = style.paint(time.text.displayed, .faint)
    let who = style.paint(EscapedText.of(by), .cyan)
    return "\(when)  \(who)  \(words)\(isForced ? ", by force" : "")"
  }

  private var words: String {
    let image = EscapedText.of(file ?? id?.text ?? "")
    let name = EscapedText.quoted(className ?? "")
    let origin = EscapedText.quoted(from ?? "")
    switch action {
    case .made: return "made the dataset"
    case .changed: return "changed the card"
    case .classAdded: return "added class \(name)"
    case .classRemoved: return "removed class \(name)"
    case .classRenamed: return "renamed class \(origin) to \(name)"
    case .classDescribed: return "described class \(name)"
    case .added:
      return "added \(image)" + (from == nil ? "" : " from \(origin)")
        + (visibility == .private ? ", private" : "")
    case .labelled:
      let moved = from.map { ", was \(EscapedText.of($0))" } ?? ""
      let extra = labels?.map { EscapedText.of($0) }.joined(separator: ", ")
      return "labelled \(image)\(moved)"
        + (extra.map { ", labels: \($0.isEmpty ? "none" : $0)" } ?? "")
    case .visibility: return "made \(image) \(visibility?.rawValue ?? "")"
    case .described: return "described \(image) as \(EscapedText.quoted(description ?? ""))"
    case .removed: return "removed \(image)"
    case .purged: return "purged an image"
    case .merged: return "merged dataset \(origin)"
    }
  }
}
