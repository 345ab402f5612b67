/// The extra fields of an entry, APPNOTE 4.5, as far as they change what the entry says.
struct ZipExtraFields {
  /// The numbers of the Zip64 field, in their order.
  private(set) var zip64: [UInt64] = []
  /// The content of Info-ZIP's Unicode path field: version, CRC-32 of the name, name.
  private(set) var unicodePath: ArraySlice<UInt8>?

  /// Reads the fields; nil if they do not fill their space exactly, zeros of alignment aside, or if
  /// a field that counts stands twice.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var hasZip64 = false
    while rest.count >= 4 {
      let kind = rest.span.number(at: 0, as: UInt16.self)
      let count = Int(rest.span.number(at: 2, as: UInt16.self))
      rest = rest.dropFirst(4)
      guard count <= rest.count else { return nil }
      let content = rest.prefix(count)
      rest = rest.dropFirst(count)
      switch kind {
      case ZipFormat.Extra.zip64:
        guard !hasZip64 else { return nil }
        hasZip64 = true
        for place in stride(from: 0, through: count - 8, by: 8) {
          zip64.append(content.span.number(at: place, as: UInt64.self))
        }
      case ZipFormat.Extra.unicodePath:
        guard unicodePath == nil else { return nil }
        unicodePath = content
      default:
        break
      }
    }
    guard rest.allSatisfy({ $0 == 0 }) else { return nil }
  }

  /// The value of a 32-bit field: its own, or the next Zip64 number if the field says so.
  ///
  /// Nil if the field says so in vain. To be called in the order of APPNOTE 4.5.3: size, compressed
  /// size, offset.
  mutating func resolve(_ field: UInt32) -> UInt64? {
    guard field == ZipFormat.saturated32 else { return UInt64(field) }
    return zip64.isEmpty ? nil : zip64.removeFirst()
  }

  /// Whether the Unicode path field gives readers that know it another name than the others.
  ///
  /// The field counts only if it bears the checksum of the name it replaces.
  func renames(_ name: ArraySlice<UInt8>) -> Bool {
    guard let unicodePath, unicodePath.count >= 5, unicodePath.first == 1,
      unicodePath.span.number(at: 1, as: UInt32.self) == CRC32.of(name.span)
    else { return false }
    return unicodePath.dropFirst(5) != name
  }
}
