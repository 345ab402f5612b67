import ByteText
import ImageDataset

extension Refusal {
  /// `cannot add 'a.png': cause`, with the table's line if it came from one.
  func text(verb: String) -> String {
    let place = line.map { message.contains("line \($0) ") ? "" : " (line \($0))" } ?? ""
    return "cannot \(verb) \(EscapedText.quoted(source))\(place): \(message)"
  }

  /// Adds the keys of a `refused` line.
  func write(to json: inout JSONWriter) {
    json.member("source", bytes: source)
    json.member("code", ByteString(code.rawValue))
    json.member("message", ByteString(message))
    if let mediaType { json.member("mime", ByteString(mediaType)) }
    if let line { json.member("line", line) }
    if let holder {
      json.member("id", holder.id.text)
      json.member("class", holder.className)
      json.member("file", holder.file)
    }
  }
}

extension ImagePlace {
  /// Adds `id file class`.
  func write(to json: inout JSONWriter) {
    json.member("id", id.text)
    json.member("file", bytes: file)
    json.member("class", bytes: className)
  }
}
