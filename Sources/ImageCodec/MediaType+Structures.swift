extension MediaType {
  /// The type of a binary format without a distinctive signature, told from header fields that
  /// make sense together.
  ///
  /// Any of these may be met by chance, so they come after every format with a signature, the
  /// least likely chance first.
  static func structured(_ bytes: Span<UInt8>) -> MediaType? {
    if let type = isoMedia(bytes) ?? matroska(bytes) { return type }
    if let type = netpbm(bytes) ?? photoshop(bytes) ?? program(bytes) { return type }
    if let type = icon(bytes) ?? bitmap(bytes) { return type }
    if bytes.isTarga { return MediaType("image/x-tga") }
    if bytes.isPCX { return MediaType("image/x-pcx") }
    if bytes.isWindowDump { return MediaType("image/x-xwindowdump") }
    return magick(bytes) ?? damagedDrawing(bytes)
  }

  /// Matroska and WebM (RFC 8794): the document type in the EBML header tells which.
  private static func matroska(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.bigEndianWord(at: 0, count: 4) == 0x1A45_DFA3,
      let mark = (4..<min(bytes.count, 4100)).first(where: {
        bytes.bigEndianWord(at: $0, count: 2) == 0x4282
      })
    else { return nil }
    if bytes.holds("webm", at: mark + 3) { return MediaType("video/webm") }
    return bytes.holds("matroska", at: mark + 3) ? MediaType("video/x-matroska") : nil
  }

  /// The binary kinds of the portable any-map family, `P4` … `P7`, and the float maps `PF`, `Pf`.
  private static func netpbm(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "P") else { return nil }
    if bytes[1] == UInt8(ascii: "7") {
      return bytes.first("width", in: 3..<259, ignoringCase: true)
        .map { _ in MediaType("image/x-portable-arbitrarymap") }
    }
    switch bytes[2] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: break
    default: return nil
    }
    switch bytes[1] {
    case UInt8(ascii: "4"): return MediaType("image/x-portable-bitmap")
    case UInt8(ascii: "5"): return MediaType("image/x-portable-greymap")
    case UInt8(ascii: "6"): return MediaType("image/x-portable-pixmap")
    case UInt8(ascii: "F"), UInt8(ascii: "f"): return MediaType("image/x-portable-floatmap")
    default: return nil
    }
  }

  /// Adobe Photoshop: the signature and a width.
  private static func photoshop(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.holds("8BPS", at: 0), let width = bytes.bigEndianWord(at: 18, count: 4), width > 0
    else { return nil }
    return MediaType("image/vnd.adobe.photoshop")
  }

  /// ImageMagick's own format, whose `id=ImageMagick` may follow comments.
  private static func magick(_ bytes: Span<UInt8>) -> MediaType? {
    guard let mark = bytes.first("id=imagemagick", in: 0..<256, ignoringCase: true),
      mark + 14 < bytes.count
    else { return nil }
    return MediaType("image/x-miff")
  }
}

extension Span<UInt8> {
  /// Truevision Targa: colour map, image type, depth and descriptor have values that occur.
  fileprivate var isTarga: Bool {
    guard count > 17, self[1] & 0xFE == 0, self[2] & 0xC4 == 0, self[7] & 0xC0 == 0 else {
      return false
    }
    switch self[16] {
    case 1, 8, 15, 16, 24, 32: break
    default: return false
    }
    return (1..<34).contains(self[2]) && self[17] & 0xC0 != 0xC0 && self[17] & 0x0F != 0x0B
  }

  /// ZSoft PCX: manufacturer 10, a version that was, an encoding of 0 or 1, some bits a pixel.
  fileprivate var isPCX: Bool {
    count > 3 && self[0] == 0x0A && self[1] < 6 && self[1] != 1 && self[2] < 2
      && self[3] > 0
  }

  /// X11 window dump, version 7: header size, pixmap format, depth.
  fileprivate var isWindowDump: Bool {
    guard let size = bigEndianWord(at: 0, count: 4), let kind = bigEndianWord(at: 8, count: 4),
      let depth = bigEndianWord(at: 12, count: 4)
    else { return false }
    return size > 99 && size < 0x1_0000 && bigEndianWord(at: 4, count: 4) == 7 && kind < 3
      && depth < 33 && count > 97
  }
}
