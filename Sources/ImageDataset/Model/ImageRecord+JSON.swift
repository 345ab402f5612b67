package import ByteText

extension ImageRecord {
  /// Adds the keys of an `image` or `added` line, `id` to `added` and those that apply, in the
  /// contract's order.
  package func write(to json: inout JSONWriter) {
    json.member("id", facts.id.text)
    json.member("file", bytes: place.file)
    json.member("class", bytes: className)
    json.member("labels", labels)
    facts.writeMeasures(to: &json)
    json.member("phash", Hexadecimal.encode(facts.fingerprint))
    json.member("source", bytes: source)
    json.member("by", by)
    json.member("visibility", ByteString(visibility.rawValue))
    json.member("added", added.text)
    if let description { json.member("description", description) }
    facts.writeOccasional(to: &json)
    if !suggested.isEmpty { Suggestion.write(suggested, to: &json) }
  }
}
