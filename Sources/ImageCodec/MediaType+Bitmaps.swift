extension MediaType {
  /// Bitmaps of Windows and of OS/2, told from the size of the header behind the file header.
  static func bitmap(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.count > 9 else { return nil }
    switch bytes.bigEndianWord(at: 0, count: 2) {
    case 0x424D:
      switch bytes.littleEndianWord(at: 14, count: 4) {
      case 12, 16, 40, 52, 56, 64, 108, 124: return MediaType("image/bmp")
      default: return nil
      }
    case 0x4943 where bytes.littleEndianWord(at: 6, count: 4).map { $0 & 0xFF00_FF00 } == 0:
      return MediaType("image/x-os2-ico")
    case 0x4349 where bytes.littleEndianWord(at: 14, count: 4).map { $0 < 65 } ?? false:
      return MediaType("image/x-os2-ico")
    case 0x4350 where bytes.hasOS2Header:
      return MediaType("image/x-ibm-pointer")
    case 0x4241 where bytes.littleEndianWord(at: 2, count: 4).map { $0 < 0x4C_5942 } ?? false:
      return MediaType("image/x-os2-graphics")
    case 0x2800 where bytes.littleEndianWord(at: 12, count: 2) == 1:
      return MediaType("image/x-ms-bmp")
    default: return nil
    }
  }

  /// Icons and cursors of Windows: a first entry with a reserved byte of 0 or 255, whose data lies
  /// inside the file and not in the directory.
  static func icon(_ bytes: Span<UInt8>) -> MediaType? {
    guard let kind = bytes.bigEndianWord(at: 0, count: 4), kind == 0x100 || kind == 0x200,
      bytes.count > 22, bytes[9] == 0 || bytes[9] == 0xFF,
      let offset = bytes.littleEndianWord(at: 18, count: 4), offset & 6 == 6,
      offset + 4 <= UInt64(bytes.count)
    else { return nil }
    return MediaType(kind == 0x100 ? "image/vnd.microsoft.icon" : "image/x-win-bitmap")
  }
}

extension Span<UInt8> {
  /// Whether a bitmap header of OS/2 1 or 2 stands behind the file header.
  fileprivate var hasOS2Header: Bool {
    guard let offset = littleEndianWord(at: 10, count: 4), offset > 0 else { return false }
    let size = littleEndianWord(at: 14, count: 4)
    return size == 12 || size == 64
  }
}
