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
      guard position.offset < index.extent.sound, let head = try? CatalogLine.head(bytes),
        head.type == "added", let id = head.id, let entry = index.entries[id],
        entry.offset == position.offset
      else { return }
      do {
        guard let record = try CatalogRecord(line: bytes), case .added(var image) = record.change
        else { return }
        image.className = index.className(of: entry)
        image.visibility = entry.visibility
        try body(image)
      } catch let error as CatalogLine.Fault {
        fault(CatalogFault(line: position.number, message: error.message))
      }
    }
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
