extension MediaType {
  /// Containers of other files: tar, zip and what is built on it, and Microsoft's compound files.
  static func archive(_ bytes: Span<UInt8>) -> MediaType? {
    switch bytes.bigEndianWord(at: 0, count: 4) {
    case 0x504B_0304: zip(bytes)
    case 0x504B_0506, 0x504B_0708: MediaType("application/zip")
    case 0xD0CF_11E0: compoundFile(bytes)
    default: bytes.isTar ? MediaType("application/x-tar") : nil
    }
  }

  /// A zip by its first entries: documents put what they are in front.
  ///
  /// OpenDocument and EPUB store an entry `mimetype` first, which says the type outright; Office
  /// Open XML has `[Content_Types].xml` or `_rels/.rels` first and its kind in a folder's name
  /// within the first entries; a Java archive marks its first entry.
  private static func zip(_ bytes: Span<UInt8>) -> MediaType {
    if bytes.holds("mimetype", at: 30) { return namedZip(bytes) }
    if bytes.isJavaArchive { return MediaType("application/java-archive") }
    guard
      bytes.holds("[Content_Types].xml", at: 30) || bytes.holds("_rels/.rels", at: 30)
        || bytes.holds("docProps", at: 30)
    else { return MediaType("application/zip") }
    let office = "application/vnd.openxmlformats-officedocument"
    for offset in 30..<bytes.count - 4 where bytes[offset - 26] == 3 || bytes[offset - 26] == 0x14 {
      guard bytes.bigEndianWord(at: offset - 30, count: 4) == 0x504B_0304 else { continue }
      if bytes.holds("word/", at: offset) {
        return MediaType("\(office).wordprocessingml.document")
      }
      if bytes.holds("ppt/", at: offset) {
        return MediaType("\(office).presentationml.presentation")
      }
      if bytes.holds("xl/", at: offset) { return MediaType("\(office).spreadsheetml.sheet") }
    }
    return MediaType("application/zip")
  }

  /// The type that a zip's stored first entry `mimetype` names.
  private static func namedZip(_ bytes: Span<UInt8>) -> MediaType {
    for name in zipTypes where bytes.holds(name, at: 38) {
      return MediaType("\(name)")
    }
    return MediaType("application/zip")
  }

  private static let zipTypes: [StaticString] = [
    "application/epub+zip",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.graphics",
    "application/vnd.oasis.opendocument.image",
    "application/vnd.oasis.opendocument.formula",
    "application/vnd.oasis.opendocument.chart",
    "image/openraster",
  ]

  /// Microsoft's compound file (MS-CFB) by the streams that its directory names in UTF-16.
  private static func compoundFile(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.bigEndianWord(at: 4, count: 4) == 0xA1B1_1AE1 else { return nil }
    guard let sector = bytes.littleEndianWord(at: 48, count: 4), sector < 0x8000 else {
      return MediaType("application/x-ole-storage")
    }
    let size = bytes.littleEndianWord(at: 30, count: 2) == 12 ? 4096 : 512
    var entry = (Int(sector) + 1) * size
    let end = min(bytes.count, entry + size)
    while entry + 64 <= end {
      defer { entry += 128 }
      if bytes.holdsUTF16("WordDocument", at: entry) { return MediaType("application/msword") }
      if bytes.holdsUTF16("Workbook", at: entry) { return MediaType("application/vnd.ms-excel") }
      if bytes.holdsUTF16("PowerPoint Document", at: entry) {
        return MediaType("application/vnd.ms-powerpoint")
      }
    }
    return MediaType("application/vnd.ms-office")
  }
}

extension Span<UInt8> {
  /// Whether the first 512 bytes are a tar header (POSIX.1-1988, ustar) with the right checksum.
  fileprivate var isTar: Bool {
    guard count >= 512, self[0] != 0 else { return false }
    var stated = 0
    var isDigitSeen = false
    for index in 148..<156 {
      let byte = self[index]
      guard (0x30...0x37).contains(byte) else {
        if byte == 0x20, !isDigitSeen { continue }
        break
      }
      stated = stated << 3 | Int(byte & 7)
      isDigitSeen = true
    }
    var sum = 8 * 0x20
    for index in 0..<512 where !(148..<156).contains(index) { sum += Int(self[index]) }
    return isDigitSeen && sum == stated
  }

  /// Whether a zip's first entry has the extra field 0xCAFE with which `jar` marks its own.
  fileprivate var isJavaArchive: Bool {
    guard holds("META-INF/", at: 30), let length = littleEndianWord(at: 26, count: 2) else {
      return false
    }
    return bigEndianWord(at: 30 + Int(length), count: 2) == 0xFECA
  }

  /// Whether ASCII text stands at an offset in UTF-16, low bytes first.
  fileprivate func holdsUTF16(_ text: StaticString, at offset: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count - 2 * size else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<size {
        guard self[offset + 2 * index + 1] == 0,
          unsafe self[offset + 2 * index] == expected[index]
        else { return false }
      }
      return true
    }
  }
}
