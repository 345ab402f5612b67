internal import ByteText

/// A line of the catalog, read only as far as it is asked for.
struct CatalogLine {
  /// Why a line is no record.
  enum Fault: Error, Equatable {
    case notJSON, noType
    /// More than ``CatalogFile/longestLine`` bytes.
    case tooLong
    /// More than ``JSONScanner/deepest`` levels of objects and arrays.
    case tooDeep
    /// A known type whose member is missing or makes no sense.
    case member(StaticString)

    static func == (left: Fault, right: Fault) -> Bool { left.message == right.message }

    var message: String {
      switch self {
      case .notJSON: "is no JSON object"
      case .noType: "has no type"
      case .tooLong: "is longer than \(CatalogFile.longestLine >> 20) MiB"
      case .tooDeep: "nests deeper than \(JSONScanner.deepest) levels"
      case .member(let name): "has no sound '\(name)'"
      }
    }
  }

  /// The members that say whom a line is about, found in one pass.
  struct Head {
    var type: ByteString = ""
    var id: ImageID?
    var className: ByteString?
    var by: ByteString?
  }

  /// Reads type, id, class and contributor.
  ///
  /// - Throws: ``Fault`` if the line is no object that can be read, or has no type.
  static func head(_ bytes: Span<UInt8>) throws(Fault) -> Head {
    guard bytes.count <= CatalogFile.longestLine else { throw .tooLong }
    var head = Head()
    var hasType = false
    let isObject = JSONScanner.object(bytes) { key, value in
      if JSONScanner.key(bytes, key, is: "type"), let text = value.text(in: bytes) {
        head.type = text
        hasType = true
      } else if JSONScanner.key(bytes, key, is: "id") {
        head.id = value.text(in: bytes).flatMap { ImageID($0) }
      } else if JSONScanner.key(bytes, key, is: "class") {
        head.className = value.text(in: bytes)
      } else if JSONScanner.key(bytes, key, is: "by") {
        head.by = value.text(in: bytes)
      }
    }
    guard isObject else { throw JSONScanner.nestsTooDeeply(bytes) ? .tooDeep : .notJSON }
    guard hasType else { throw .noType }
    return head
  }

  /// Every member of the line by its name, for the types that are read whole.
  static func members(_ bytes: Span<UInt8>) -> JSONMembers {
    JSONMembers(of: bytes)
  }

  /// The path an image was added from; one that is no UTF-8 stands exactly in a second key.
  ///
  /// - Returns: nil if there is none.
  /// - Throws: ``Fault`` if one of the two makes no sense.
  static func source(
    _ members: JSONMembers, in bytes: Span<UInt8>
  ) throws(Fault) -> ByteString? {
    let text = try members.text("source", in: bytes)
    guard let digits = try members.text("source_base64", in: bytes) else { return text }
    guard let exact = Base64.decode(digits) else { throw .member("source_base64") }
    return exact
  }
}
