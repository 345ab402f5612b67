internal import ByteText

extension CatalogRecord {
  /// Reads a whole line, without its newline.
  ///
  /// - Returns: nil for a type this version does not know.
  /// - Throws: ``CatalogLine/Fault`` for a line that is no record.
  init?(line bytes: Span<UInt8>) throws(CatalogLine.Fault) {
    let head = try CatalogLine.head(bytes)
    let members = CatalogLine.members(bytes)
    func text(_ key: StaticString) -> ByteString? { members[key]?.text(in: bytes) }

    func id() throws(CatalogLine.Fault) -> ImageID {
      guard let id = head.id else { throw .member("id") }
      return id
    }
    func className() throws(CatalogLine.Fault) -> ByteString {
      guard let name = head.className, ClassName.fault(in: name) == nil else {
        throw .member("class")
      }
      return name
    }
    func visibility() throws(CatalogLine.Fault) -> Visibility {
      guard let word = text("visibility"), let value = Visibility(rawValue: word.displayed) else {
        throw .member("visibility")
      }
      return value
    }

    let time = text("time").flatMap { Timestamp($0) } ?? Timestamp(seconds: 0)
    let by = text("by") ?? ""
    let change: Change
    switch head.type {
    case "dataset":
      var card = DatasetCard()
      card.description = text("description")
      card.license = text("license")
      card.author = text("author")
      card.url = text("url")
      change = .dataset(card)
    case "class":
      switch text("action") {
      case nil: change = .classAdded(try className())
      case "removed"?: change = .classRemoved(try className())
      case "renamed"?:
        guard let from = text("from"), ClassName.fault(in: from) == nil else {
          throw .member("from")
        }
        change = .classRenamed(from: from, to: try className())
      case _?: return nil
      }
    case "added":
      let facts = try ImageFacts(members: members, of: bytes)
      guard try id() == facts.id else { throw .member("id") }
      var record = ImageRecord(
        facts: facts, className: try className(), source: CatalogLine.source(members, in: bytes),
        by: by,
        visibility: try visibility(), added: time)
      record.labels = members["labels"]?.texts(in: bytes) ?? []
      record.description = text("description")
      if let slice = members["suggested"] { record.suggested = Suggestion.list(slice, of: bytes) }
      change = .added(record)
    case "labelled":
      change = .labelled(
        try id(), className: try className(), from: text("from"),
        labels: members["labels"]?.texts(in: bytes))
    case "visibility":
      change = .visibility(try id(), try visibility())
    case "described":
      guard let slice = members["description"] else { throw .member("description") }
      if let text = slice.text(in: bytes) {
        change = .described(try id(), text)
      } else {
        var facts = ClassFacts(slice, of: bytes)
        facts.reference = text("reference").flatMap { ImageID($0) }
        change = .classDescribed(try className(), facts)
      }
    case "removed":
      change = .removed(try id(), className: try className())
    case "purged":
      change = .purged
    case "merged":
      change = .merged(
        name: text("dataset") ?? "", images: members["images"]?.integer(in: bytes) ?? 0)
    default:
      return nil
    }
    self.init(
      time: time, by: by, change: change, isForced: members["force"]?.truth(in: bytes) ?? false,
      command: text("command"))
  }
}
