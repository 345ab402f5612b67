import ByteText
import ImageDataset

extension Finding {
  /// The lines people read: severity, code, file and message, then the other members of a group.
  func lines(_ style: Style) -> [String] {
    let what = "\(code.rawValue) \(EscapedText.of(file)): \(EscapedText.of(message))"
    if let remedy { return ["repaired \(what), \(EscapedText.of(remedy))"] }
    let ink: Style.Ink? =
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .note: nil
      }
    let shown = ink.map { style.paint(severity.rawValue, $0) } ?? severity.rawValue
    return ["\(shown) \(what)"] + files.filter { $0 != file }.map { "  \(EscapedText.of($0))" }
  }

  /// Adds the keys of a `finding` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("severity", ByteString(severity.rawValue))
    json.member("code", ByteString(code.rawValue))
    json.member("file", bytes: file)
    json.member("message", ByteString(message))
    if let remedy { json.member("repaired", ByteString(remedy)) }
    if !files.isEmpty {
      json.member("files") { json in
        json.array { json in
          for file in files { json.value(file) }
        }
      }
    }
    if let score { json.member("score", score, digits: 4) }
  }
}
