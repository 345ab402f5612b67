internal import ByteText

/// The names of a folder's entries one behind the other: a byte of kind, the name, a NUL.
struct EntryNames: Sendable {
  /// Where an entry lies, and its first eight bytes as a number that sorts as they do.
  struct Place: Sendable {
    let key: UInt64
    let offset: Int
  }

  private static let unknown: UInt8 = 0xFF
  private var bytes: [UInt8] = []

  mutating func append(_ name: ArraySlice<UInt8>, type: UInt8) -> Place {
    let offset = bytes.count
    bytes.append(FileKind(directoryType: type)?.rawValue ?? Self.unknown)
    bytes.append(contentsOf: name)
    bytes.append(0)
    let head = name.prefix(8)
    let number = head.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return Place(key: number << UInt64(8 * (8 - head.count)), offset: offset)
  }

  func kind(at place: Place) -> FileKind? {
    FileKind(rawValue: bytes[place.offset])
  }

  mutating func setKind(_ kind: FileKind, at place: Place) {
    bytes[place.offset] = kind.rawValue
  }

  func name(at place: Place) -> ByteString {
    var end = place.offset + 1
    while bytes[end] != 0 { end += 1 }
    return ByteString(Array(bytes[place.offset + 1..<end]))
  }

  /// Whether one name sorts before another by its bytes: the NUL behind a name is less than any.
  func precedes(_ left: Place, _ right: Place) -> Bool {
    guard left.key == right.key else { return left.key < right.key }
    var a = left.offset + 1
    var b = right.offset + 1
    while bytes[a] == bytes[b], bytes[a] != 0 {
      a += 1
      b += 1
    }
    return bytes[a] < bytes[b]
  }
}
