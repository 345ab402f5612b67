extension MediaType {
  /// SVG, HTML and XML, told by the root element.
  ///
  /// Byte order mark, white space, XML declaration, processing instructions, comments and document
  /// type are passed over. Where no root can be found, an element that only HTML has in the first
  /// 4 KiB will do, as pages of the field often begin with anything.
  static func markup(_ bytes: Span<UInt8>) -> MediaType? {
    let start = bytes.bigEndianWord(at: 0, count: 3) == 0xEF_BBBF ? 3 : 0
    let isXML = bytes.holds("<?xml", at: start, ignoringCase: true)
    switch bytes.rootElement(from: start) {
    case .svg: return MediaType("image/svg+xml")
    case .html where !isXML: return MediaType("text/html")
    case .html, .other, nil: break
    }
    if isXML { return bytes.isXHTML ? MediaType("text/html") : MediaType("text/xml") }
    return bytes.hasHTML ? MediaType("text/html") : nil
  }
}

extension MediaType {
  /// A drawing whose root element is `svg`, though some of the file is no text.
  static func damagedDrawing(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes[0] == UInt8(ascii: "<"), bytes.rootElement(from: 0) == .svg else { return nil }
    return MediaType("image/svg+xml")
  }
}

/// What an XML or HTML document is, by its root element or document type.
private enum RootElement {
  case svg
  case html
  case other
}

extension Span<UInt8> {
  /// The document's root element or document type, whichever names the kind first.
  fileprivate func rootElement(from start: Int) -> RootElement? {
    var cursor = start
    while cursor < count {
      let byte = self[cursor]
      if byte == 0x20 || (9...13).contains(byte) {
        cursor += 1
      } else if holds("<!--", at: cursor) {
        guard let end = first("-->", in: cursor + 4..<Swift.max(cursor + 4, count)) else {
          return nil
        }
        cursor = end + 3
      } else if holds("<?", at: cursor) {
        guard let end = first(">", in: cursor..<count) else { return nil }
        cursor = end + 1
      } else if holds("<!doctype", at: cursor, ignoringCase: true) {
        if let root = element(at: cursor + 10) { return root }
        guard let end = endOfDocumentType(from: cursor) else { return nil }
        cursor = end
      } else {
        return byte == UInt8(ascii: "<") ? element(at: cursor + 1) ?? .other : nil
      }
    }
    return nil
  }

  /// The kind that an element's name stands for: `svg`, with any prefix, or `html`.
  private func element(at offset: Int) -> RootElement? {
    var name = offset
    for cursor in offset..<Swift.max(offset, Swift.min(count, offset + 64)) {
      if self[cursor] == UInt8(ascii: ":") { name = cursor + 1 }
      guard self[cursor] > 0x20, self[cursor] != UInt8(ascii: ">") else { break }
    }
    if holds("svg", at: name, ignoringCase: true), !isNamePart(at: name + 3) { return .svg }
    if holds("html", at: name, ignoringCase: true), !isNamePart(at: name + 4) { return .html }
    return nil
  }

  private func isNamePart(at offset: Int) -> Bool {
    guard offset < count else { return false }
    switch self[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: return true
    default: return false
    }
  }

  /// The offset behind a document type declaration, whose internal subset may hold more of `>`.
  private func endOfDocumentType(from start: Int) -> Int? {
    guard let end = first(">", in: start..<count) else { return nil }
    guard let subset = first("[", in: start..<end) else { return end + 1 }
    guard let close = first("]", in: subset..<count) else { return nil }
    return first(">", in: close..<count).map { $0 + 1 }
  }

  /// Whether XML in its first 4 KiB is said to be HTML.
  fileprivate var isXHTML: Bool {
    first("<!doctype html", in: 19..<4115, ignoringCase: true) != nil
      || first("<html", in: 19..<4115, ignoringCase: true) != nil
  }

  /// Whether an element that only HTML has opens in the first 4 KiB.
  fileprivate var hasHTML: Bool {
    for offset in 0..<Swift.min(count, 4096) where self[offset] == UInt8(ascii: "<") {
      if Self.htmlOpenings.contains(where: { holds($0, at: offset, ignoringCase: true) }) {
        return true
      }
    }
    return false
  }

  private static let htmlOpenings: [StaticString] = [
    "<!doctype html", "<html>", "<html ", "<head>", "<head ", "<title>", "<title ", "<script>",
    "<script ", "<style>", "<style ", "<table>", "<table ", "<a href=",
  ]
}
