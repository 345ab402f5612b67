/// Bold and colours, where they are wanted: on a terminal that knows them and without `NO_COLOR`.
struct Style {
  /// A way to set text, by its number in ECMA-48, section 8.3.117 (SGR).
  enum Ink: Int {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  let isEnabled: Bool
  /// Whether block characters may be drawn.
  let usesBlocks: Bool

  /// `environment` looks up a variable.
  init(isTerminal: Bool, environment: (String) -> String?) {
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    isEnabled = isTerminal && !isRefused && environment("TERM") != "dumb"
    usesBlocks = Self.speaksUnicode(environment)
  }

  /// Text in an ink, or as it is.
  func paint(_ text: String, _ ink: Ink) -> String {
    isEnabled ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
  }

  /// Text on a patch of a colour (24-bit), or as it is.
  func patch(_ text: String, red: UInt8, green: UInt8, blue: UInt8) -> String {
    isEnabled ? "\u{1b}[48;2;\(red);\(green);\(blue)m\(text)\u{1b}[0m" : text
  }

  /// Whether the locale's characters are UTF-8 (POSIX.1-2017, XBD 8.2: the order of variables).
  static func speaksUnicode(_ environment: (String) -> String?) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment)
      .first { !$0.isEmpty }
    let letters = locale?.lowercased().filter { $0 != "-" } ?? ""
    return letters.hasSuffix("utf8") || letters.contains("utf8@")
  }
}
