internal import ByteText

extension ImageRecord {
  /// Reads an `added` line.
  ///
  /// Nothing of a line is believed that has one wrong member: it would else take the place of what an
  /// earlier sound line says of the image. Members of other names are passed over; an image may
  /// have no source and no colours.
  ///
  /// - Throws: ``CatalogLine/Fault`` naming the first member that is missing or makes no sense.
  init(added line: Span<UInt8>) throws(CatalogLine.Fault) {
    let members = CatalogLine.members(line)
    guard let id = try members.text("id", in: line).flatMap({ ImageID($0) }) else {
      throw .member("id")
    }
    guard let className = try members.text("class", in: line), ClassName.fault(in: className) == nil
    else { throw .member("class") }
    let facts = try ImageFacts(members: members, of: line)
    guard facts.id == id else { throw .member("id") }
    guard let time = try members.text("time", in: line).flatMap({ Timestamp($0) }) else {
      throw .member("time")
    }
    guard let by = try members.text("by", in: line) else { throw .member("by") }
    guard let word = try members.text("visibility", in: line),
      let visibility = Visibility(rawValue: word.displayed)
    else { throw .member("visibility") }
    self.init(
      facts: facts, className: className, source: try CatalogLine.source(members, in: line) ?? "",
      by: by, visibility: visibility, added: time)
    labels = try members.texts("labels", in: line) ?? []
    description = try members.text("description", in: line)
    guard let slice = members["suggested"] else { return }
    guard let suggested = Suggestion.list(slice, of: line) else { throw .member("suggested") }
    self.suggested = suggested
  }
}
