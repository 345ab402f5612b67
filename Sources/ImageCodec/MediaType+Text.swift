extension MediaType {
  /// JSON and tables, which may begin with anything but are text throughout.
  static func structuredText(_ bytes: Span<UInt8>, isWhole: Bool) -> MediaType? {
    guard let lead = bytes.firstInk else { return nil }
    if lead == UInt8(ascii: "{") || lead == UInt8(ascii: "[") {
      var scanner = MediaTypeJSONOutline(count: bytes.count, isWhole: isWhole)
      if let type = scanner.type(of: bytes) { return type }
    }
    return bytes.isTable && bytes.isText ? MediaType("text/csv") : nil
  }

  /// The kind of text that the file is, or nil if it is no text.
  static func text(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.isText else { return nil }
    return markup(bytes) ?? script(bytes) ?? drawing(bytes) ?? MediaType("text/plain")
  }

  /// Pictures and palettes that are written as text.
  private static func drawing(_ bytes: Span<UInt8>) -> MediaType? {
    if let type = plainMap(bytes) { return type }
    if bytes.holds("/* XPM */") { return MediaType("image/x-xpixmap") }
    if bytes.holds("#define "), let name = bytes.first("_width ", in: 8..<120),
      bytes.first("_height ", in: name..<name + 160) != nil
    {
      return MediaType("image/x-xbitmap")
    }
    if bytes.holds("GIMP Palette") { return MediaType("text/x-gimp-gpl") }
    if bytes.holds("GIMP Gradient") { return MediaType("text/x-gimp-ggr") }
    if bytes.holds("#FIG") { return MediaType("image/x-xfig") }
    if bytes.holds("begmf", ignoringCase: true) { return MediaType("image/cgm") }
    return nil
  }

  /// The kinds of the portable any-map family that are written in digits, `P1` … `P3`.
  private static func plainMap(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.count > 3, bytes[2] == 0x20 || (9...13).contains(bytes[2]) else { return nil }
    if bytes.holds("P1") { return MediaType("image/x-portable-bitmap") }
    if bytes.holds("P2") { return MediaType("image/x-portable-graymap") }
    return bytes.holds("P3") ? MediaType("image/x-portable-pixmap") : nil
  }
}

extension Span<UInt8> {
  /// The first byte that is no white space, or nil if there is none.
  fileprivate var firstInk: UInt8? {
    for index in indices where self[index] != 0x20 && !(9...13).contains(self[index]) {
      return self[index]
    }
    return nil
  }

  /// Whether the bytes are text as people and programs write it.
  ///
  /// Text has no control characters but white space, bell, backspace and escape, in ASCII or any
  /// 8-bit extension of it; or none but those of EBCDIC; or it is UTF-16 or UTF-32 with a mark.
  /// Zero bytes at the end do not count; a single byte is not enough to tell.
  var isText: Bool {
    var end = count
    while end > 1, self[end - 1] == 0 { end -= 1 }
    guard end > 1 else { return false }
    if isWideText(to: count) { return true }
    var isASCII = true
    var isEBCDIC = true
    for index in 0..<end {
      let byte = self[index]
      isASCII = isASCII && Self.isExtendedASCII(byte)
      isEBCDIC = isEBCDIC && Self.isEBCDIC(byte)
      guard isASCII || isEBCDIC else { return false }
    }
    return true
  }

  private static func isExtendedASCII(_ byte: UInt8) -> Bool {
    byte >= 0x20 ? byte != 0x7F : (7...13).contains(byte) || byte == 0x1B
  }

  private static func isEBCDIC(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x05, 0x0B, 0x0C, 0x0D, 0x15, 0x16, 0x25, 0x27, 0x2F: true
    case 0xE1: false
    default: byte >= 0x40
    }
  }

  /// UTF-16 or UTF-32 behind a byte order mark, without control characters.
  private func isWideText(to end: Int) -> Bool {
    let unit: Int
    let isBigEndian: Bool
    switch (bigEndianWord(at: 0, count: 4), bigEndianWord(at: 0, count: 2)) {
    case (0x0000_FEFF, _): (unit, isBigEndian) = (4, true)
    case (0xFFFE_0000, _): (unit, isBigEndian) = (4, false)
    case (_, 0xFEFF): (unit, isBigEndian) = (2, true)
    case (_, 0xFFFE): (unit, isBigEndian) = (2, false)
    default: return false
    }
    guard end >= 2 * unit else { return false }
    for offset in stride(from: unit, through: end - unit, by: unit) {
      let word =
        isBigEndian
        ? bigEndianWord(at: offset, count: unit) : littleEndianWord(at: offset, count: unit)
      guard let word, word != 0xFFFE, word > 0x7F || Self.isExtendedASCII(UInt8(word)) else {
        return false
      }
    }
    return true
  }

  /// Whether the lines are records of equally many fields, at least two, as RFC 4180 has them.
  ///
  /// Three lines are the least that tell a table from prose; the first ten are enough.
  fileprivate var isTable: Bool {
    var lines = 0
    var commas = 0
    var expected = 0
    var isQuoted = false
    for index in indices {
      switch self[index] {
      case 0..<7: return false
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: commas += 1
      case UInt8(ascii: "\n") where !isQuoted:
        lines += 1
        if lines == 1 { expected = commas }
        guard commas == expected, expected > 0 else { return false }
        if lines == 10 { return true }
        commas = 0
      default: break
      }
    }
    return lines > 2
  }
}
