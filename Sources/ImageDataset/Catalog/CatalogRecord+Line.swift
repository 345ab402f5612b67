internal import ByteText
internal import ImageCodec

extension CatalogRecord {
  /// The record as a line of the catalog, its newline included.
  ///
  /// `type`, `id` and `class` come first: whoever folds the catalog reads no further in most lines.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      switch change {
      case .dataset(let card):
        json.member("type", "dataset")
        json.member("version", 1)
        stamp(&json)
        card.write(to: &json)
      case .classAdded, .classRemoved, .classRenamed, .classDescribed:
        writeClass(to: &json)
      case .added(let record):
        json.member("type", "added")
        json.member("id", record.facts.id.text)
        json.member("class", record.className)
        stamp(&json)
        record.facts.write(to: &json)
        json.member("source", bytes: record.source)
        json.member("visibility", ByteString(record.visibility.rawValue))
        if !record.labels.isEmpty { json.member("labels", record.labels) }
        if let description = record.description { json.member("description", description) }
        if !record.suggested.isEmpty { Suggestion.write(record.suggested, to: &json) }
      case .labelled(let id, let className, let from, let labels):
        json.member("type", "labelled")
        json.member("id", id.text)
        json.member("class", className)
        stamp(&json)
        if let from { json.member("from", from) }
        if let labels { json.member("labels", labels) }
      case .visibility(let id, let visibility):
        json.member("type", "visibility")
        json.member("id", id.text)
        stamp(&json)
        json.member("visibility", ByteString(visibility.rawValue))
      case .described(let id, let text):
        json.member("type", "described")
        json.member("id", id.text)
        stamp(&json)
        json.member("description", text)
      case .removed(let id, let className, let format):
        json.member("type", "removed")
        json.member("id", id.text)
        json.member("class", className)
        if let format { json.member("format", ByteString(format.name)) }
        stamp(&json)
      case .purged:
        json.member("type", "purged")
        stamp(&json)
      case .merged(let name, let images):
        json.member("type", "merged")
        stamp(&json)
        json.member("dataset", bytes: name)
        json.member("images", images)
      }
      if isForced { json.member("force", true) }
      if let command { json.member("command", command) }
    }
    return json.bytes + [0x0A]
  }

  private func writeClass(to json: inout JSONWriter) {
    switch change {
    case .classAdded(let name):
      json.member("type", "class")
      json.member("class", name)
      stamp(&json)
    case .classRemoved(let name):
      json.member("type", "class")
      json.member("class", name)
      stamp(&json)
      json.member("action", "removed")
    case .classRenamed(let from, let name):
      json.member("type", "class")
      json.member("class", name)
      stamp(&json)
      json.member("action", "renamed")
      json.member("from", from)
    case .classDescribed(let name, let facts):
      json.member("type", "described")
      json.member("class", name)
      stamp(&json)
      json.member("description") { facts.write(to: &$0) }
      if let reference = facts.reference { json.member("reference", reference.text) }
    default:
      return
    }
  }

  private func stamp(_ json: inout JSONWriter) {
    json.member("time", time.text)
    json.member("by", by)
  }
}

extension DatasetCard {
  /// Adds the fields that are set.
  func write(to json: inout JSONWriter) {
    if let description { json.member("description", description) }
    if let license { json.member("license", license) }
    if let author { json.member("author", author) }
    if let url { json.member("url", url) }
  }
}
