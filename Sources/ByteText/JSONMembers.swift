/// The members of one JSON object, in their order, as ranges of its bytes.
///
/// Asked by name; of two members of one name the last counts. Objects here have some twenty members,
/// which are sooner compared than hashed.
package struct JSONMembers {
  private var members: [(name: ByteString.Key, value: JSONSlice)] = []

  /// Reads an object; what is none has no members.
  package init(of bytes: Span<UInt8>) {
    members.reserveCapacity(24)
    _ = JSONScanner.object(bytes) { key, value in
      members.append((Self.name(bytes, key), value))
    }
  }

  private static func name(_ bytes: Span<UInt8>, _ key: Range<Int>) -> ByteString.Key {
    guard JSONScanner.isEscaped(bytes, key), let text = JSONScanner.text(bytes, ofKey: key) else {
      return ByteString.Key(bytes, key)
    }
    return ByteString.Key(text.bytes.span, text.bytes.indices)
  }

  package subscript(name: StaticString) -> JSONSlice? {
    let key = ByteString.Key(name)
    return members.last { $0.name == key }?.value
  }
}

extension ByteString {
  /// A short key as its length and up to 16 bytes, which tell the keys of a catalog apart.
  struct Key: Equatable {
    private var count: Int
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      count = range.count
      for index in range.prefix(8) { first = first << 8 | UInt64(bytes[index]) }
      for index in range.dropFirst(8).prefix(8) { second = second << 8 | UInt64(bytes[index]) }
    }

    init(_ word: StaticString) {
      count = word.utf8CodeUnitCount
      var place = 0
      for byte in word.description.utf8.prefix(16) {
        if place < 8 {
          first = first << 8 | UInt64(byte)
        } else {
          second = second << 8 | UInt64(byte)
        }
        place += 1
      }
    }
  }
}
