internal import ByteText
internal import ImageCodec
internal import System

extension CatalogFile {
  /// Gives every image that the index holds, with what later lines changed, in the catalog's order.
  ///
  /// - Parameter fault: is told of `added` lines whose facts make no sense.
  func forEachRecord(
    in index: CatalogIndex, _ body: (ImageRecord) throws -> Void, fault: (CatalogFault) -> Void
  ) throws {
    _ = try forEachLine { bytes, position in
      guard position.offset < index.extent.sound, let id = Self.addedID(bytes),
        let entry = index.entries[id], entry.offset == position.offset
      else { return }
      do {
        let members = CatalogLine.members(bytes)
        let facts = try ImageFacts(members: members, of: bytes)
        guard facts.id == id else { throw CatalogLine.Fault.member("id") }
        var record = ImageRecord(
          facts: facts, className: index.className(of: entry),
          source: CatalogLine.source(members, in: bytes), by: index.owner(of: entry),
          visibility: entry.visibility,
          added: members["time"]?.text(in: bytes).flatMap { Timestamp($0) }
            ?? Timestamp(seconds: 0))
        if let remarks = index.remarks[id] {
          record.labels = remarks.labels
          record.description = remarks.description
        }
        if let slice = members["suggested"] {
          record.suggested = Suggestion.list(slice, of: bytes)
        }
        try body(record)
      } catch let error as CatalogLine.Fault {
        fault(CatalogFault(line: position.number, message: error.message))
      }
    }
  }

  /// The id of an `added` line, nil for any other.
  private static func addedID(_ bytes: Span<UInt8>) -> ImageID? {
    if let head = CatalogLine.quickHead(bytes) { return head.id }
    guard let head = try? CatalogLine.head(bytes), head.type == "added" else { return nil }
    return head.id
  }

  /// The format that the `added` line at an offset says, or nil if it says none.
  func format(at offset: Int) throws(SystemError) -> ImageFormat? {
    let bytes = try bytes(at: offset, count: 4096)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let text = bytes.span.extracting(..<end)
    let slice = CatalogLine.members(text)["format"]
    let name = slice?.text(in: text)?.displayed
    return ImageFormat.allCases.first { $0.name == name }
  }
}
