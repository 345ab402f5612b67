extension Unicode.Scalar {
  /// Whether the scalar is no visible character and may steer a terminal or reorder a line.
  ///
  /// Controls (C0, DEL, C1), separators of lines and paragraphs, marks that turn the direction of text
  /// (Unicode Standard Annex #9, section 2), and the byte order mark.
  package var steersDisplay: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default:
      false
    }
  }

  /// The scalar of two or three UTF-8 bytes at an offset, if it steers the display.
  ///
  /// - Returns: it and its length; nil for any other scalar and for what is no UTF-8.
  static func steering(in text: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, count: Int)? {
    let count: Int
    switch text[offset] {
    case 0xC2, 0xD8: count = 2
    case 0xE2, 0xEF: count = 3
    default: return nil
    }
    guard offset + count <= text.count else { return nil }
    var value = UInt32(text[offset]) & (count == 2 ? 0x1F : 0x0F)
    for byte in text[(offset + 1)..<(offset + count)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value), scalar.steersDisplay else { return nil }
    return (scalar, count)
  }
}
