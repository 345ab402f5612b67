internal import ByteText
internal import ImageCodec

extension CatalogRecord {
  /// Reads a whole line, without its newline.
  ///
  /// - Returns: nil for a type this version does not know.
  /// - Throws: ``CatalogLine/Fault`` for a line that is no record.
  init?(line bytes: Span<UInt8>) throws(CatalogLine.Fault) {
    let head = try CatalogLine.head(bytes)
    let members = CatalogLine.members(bytes)
    func text(_ key: StaticString) throws(CatalogLine.Fault) -> ByteString? {
      try members.text(key, in: bytes)
    }

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
    func format() throws(CatalogLine.Fault) -> ImageFormat? {
      guard let word = try text("format") else { return nil }
      guard let format = ImageFormat(rawValue: word.displayed) else { throw .member("format") }
      return format
    }
    func visibility() throws(CatalogLine.Fault) -> Visibility {
      guard let word = try text("visibility"), let value = Visibility(rawValue: word.displayed)
      else {
        throw .member("visibility")
      }
      return value
    }

    let change: Change
    switch head.type {
    case "dataset":
      var card = DatasetCard()
      card.description = try text("description")
      card.license = try text("license")
      card.author = try text("author")
      card.url = try text("url")
      change = .dataset(card)
    case "class":
      switch try text("action") {
      case nil: change = .classAdded(try className())
      case "removed"?: change = .classRemoved(try className())
      case "renamed"?:
        guard let from = try text("from"), ClassName.fault(in: from) == nil else {
          throw .member("from")
        }
        change = .classRenamed(from: from, to: try className())
      case _?: return nil
      }
    case "added":
      change = .added(try ImageRecord(added: bytes))
    case "labelled":
      change = .labelled(
        try id(), className: try className(), from: try text("from"),
        labels: try members.texts("labels", in: bytes))
    case "visibility":
      change = .visibility(try id(), try visibility())
    case "described":
      guard let slice = members["description"] else { throw .member("description") }
      if let text = slice.text(in: bytes) {
        change = .described(try id(), text)
      } else {
        var facts = ClassFacts(slice, of: bytes)
        facts.reference = try text("reference").flatMap { ImageID($0) }
        change = .classDescribed(try className(), facts)
      }
    case "removed":
      change = .removed(try id(), className: try className(), format: try format())
    case "purged":
      change = .purged
    case "merged":
      change = .merged(
        name: try text("dataset") ?? "", images: members["images"]?.integer(in: bytes) ?? 0)
    default:
      return nil
    }
    var time = Timestamp(seconds: 0)
    if let word = try text("time") {
      guard let said = Timestamp(word) else { throw .member("time") }
      time = said
    }
    self.init(
      time: time, by: try text("by") ?? "", change: change,
      isForced: members["force"]?.truth(in: bytes) ?? false,
      command: try text("command"))
  }
}
