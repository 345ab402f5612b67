internal import ByteText

extension JSONMembers {
  /// The text of a member; nil if there is none.
  ///
  /// - Throws: ``CatalogLine/Fault`` naming the member if it is no text.
  func text(
    _ name: StaticString, in line: Span<UInt8>
  ) throws(CatalogLine.Fault) -> ByteString? {
    guard let slice = self[name] else { return nil }
    guard let text = slice.text(in: line) else { throw .member(name) }
    return text
  }

  /// The texts of a member; nil if there is none.
  ///
  /// - Throws: ``CatalogLine/Fault`` naming the member if it is no array of texts.
  func texts(
    _ name: StaticString, in line: Span<UInt8>
  ) throws(CatalogLine.Fault) -> [ByteString]? {
    guard let slice = self[name] else { return nil }
    guard let texts = slice.texts(in: line) else { throw .member(name) }
    return texts
  }
}
