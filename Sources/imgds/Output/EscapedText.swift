import ByteText

/// Names as a person may see them: nothing in them can steer a terminal or reorder a line.
///
/// A backslash stays as it is, so escaping twice is escaping once and a message may be escaped as a
/// whole; the exact bytes are in JSON.
enum EscapedText {
  /// Bytes as text, what is no UTF-8 as U+FFFD, what is no visible character as an escape.
  static func of(_ name: ByteString) -> String {
    of(name.displayed)
  }

  /// Text with what is no visible character as an escape: `\n`, `\x1b`, `\u{202e}`.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.steersDisplay) else { return text }
    return text.unicodeScalars.map { $0.steersDisplay ? escape($0) : String($0) }.joined()
  }

  /// The name in single quotes, as messages name their operands.
  static func quoted(_ name: ByteString) -> String {
    "'\(of(name))'"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case _ where scalar.value < 0x80:
      return "\\x" + Hexadecimal.encode(UInt8(scalar.value)).displayed
    default:
      return "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
}
