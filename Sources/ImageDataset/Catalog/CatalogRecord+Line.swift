internal import ByteText

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
      case .classAdded(let name):
        json.member("type", "class")
        json.member("class", name)
        stamp(&json)
      case .added(let record):
        json.member("type", "added")
        json.member("id", record.facts.id.text)
        json.member("class", record.className)
        stamp(&json)
        record.facts.write(to: &json)
        json.member("source", bytes: record.source)
        json.member("visibility", ByteString(record.visibility.rawValue))
      case .labelled(let id, let className, let from):
        json.member("type", "labelled")
        json.member("id", id.text)
        json.member("class", className)
        stamp(&json)
        json.member("from", from)
      case .visibility(let id, let visibility):
        json.member("type", "visibility")
        json.member("id", id.text)
        stamp(&json)
        json.member("visibility", ByteString(visibility.rawValue))
      case .removed(let id, let className):
        json.member("type", "removed")
        json.member("id", id.text)
        json.member("class", className)
        stamp(&json)
      }
    }
    return json.bytes + [0x0A]
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
