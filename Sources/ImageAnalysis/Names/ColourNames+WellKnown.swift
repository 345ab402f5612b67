extension ColourNames {
  /// A name, the basic word it belongs to, and colours that people call so, packed as 0xRRGGBB.
  struct WellKnown {
    let name: String
    let basic: String
    let examples: [UInt32]

    /// Makes a basic word.
    init(_ name: String, _ examples: [UInt32]) {
      self.init(name, name, examples)
    }

    /// Makes a name that belongs to a basic word.
    init(_ name: String, _ basic: String, _ examples: [UInt32]) {
      self.name = name
      self.basic = basic
      self.examples = examples
    }
  }

  /// The colours that are named, each name once.
  ///
  /// The examples are those of CSS Color 4 and of the answers to the xkcd colour survey (R. Munroe
  /// 2010, in the public domain), with others where these leave a gap.
  static let wellKnown: [WellKnown] = [
    WellKnown("red", [0xFF0000, 0xE50000, 0xDC143C, 0xC81E1E, 0xCD3C32, 0xFF474C]),
    WellKnown("dark red", "red", [0x8B0000, 0xA31515, 0x8F1402, 0xA52A2A]),
    WellKnown("maroon", "red", [0x800000, 0x650021, 0x5C1020, 0x7B1113]),
    WellKnown("orange", [0xFFA500, 0xF97306, 0xFF8C00, 0xFF8E01, 0xE8762D, 0xD9700F]),
    WellKnown("dark orange", "orange", [0xC65102, 0xCC5500]),
    WellKnown("coral", "orange", [0xFF7F50, 0xFC5A50, 0xF0714F]),
    WellKnown("peach", "orange", [0xFFDAB9, 0xFFB07C, 0xFFCBA4, 0xF5C39B]),
    WellKnown("yellow", [0xFFFF00, 0xFFFF14, 0xFFF200, 0xFFE135, 0xF5DC32, 0xE6E600]),
    WellKnown("light yellow", "yellow", [0xFFFE7A, 0xFFF59D, 0xF7F08C]),
    WellKnown("gold", "yellow", [0xFFD700, 0xDBB40C, 0xD4AF37, 0xFCC21B]),
    WellKnown("mustard", "yellow", [0xCEB301, 0xE1AD01, 0xB8900B]),
    WellKnown("green", [0x008000, 0x00FF00, 0x15B01A, 0x3CB44B, 0x5E9732, 0x4C9A50, 0x6B8E5A]),
    WellKnown("light green", "green", [0x90EE90, 0x96F97B, 0xA8D98C, 0xC1E1B0, 0x9BC39B]),
    WellKnown("dark green", "green", [0x006400, 0x033500, 0x0B3D1E, 0x2D4B2D, 0x2E5A1C, 0x3B5338]),
    WellKnown("olive", "green", [0x808000, 0x6E750E, 0x556B2F, 0x7A7A3C, 0x4B5320]),
    WellKnown("lime", "green", [0xBFFF00, 0xAAFF32, 0x89FE05, 0xA4D020]),
    WellKnown("mint", "green", [0x98FF98, 0x9FFEB0, 0xAAF0D1, 0xC4F0DC]),
    WellKnown("cyan", [0x00FFFF, 0x13E0E6, 0x00BCD4, 0x9FEFF0, 0x00CED1, 0x5FC8D7]),
    WellKnown("turquoise", "cyan", [0x40E0D0, 0x06C2AC, 0x30C5B5, 0x20B2AA]),
    WellKnown("teal", "cyan", [0x008080, 0x029386, 0x2F6F73, 0x1F5A5E]),
    WellKnown(
      "blue", [0x0000FF, 0x0343DF, 0x1E6FD9, 0x2F6DB5, 0x4169E1, 0x4682B4, 0x1F4FA0, 0x0A18CC]),
    WellKnown(
      "light blue", "blue", [0xADD8E6, 0x95D0FC, 0xB0CFEA, 0x8FB2D9, 0xB0C4DE, 0xC8DFF5]),
    WellKnown("sky blue", "blue", [0x87CEEB, 0x75BBFD, 0x00A2E8, 0x4FB3E8]),
    WellKnown("dark blue", "blue", [0x00008B, 0x0A2A6B, 0x27427A, 0x324A6D, 0x2C3E50]),
    WellKnown("navy", "blue", [0x000080, 0x001146, 0x1B2440, 0x0B1636, 0x2A3350]),
    WellKnown("purple", [0x800080, 0x7E1E9C, 0x8E44AD, 0x6A3FA0, 0x9B59B6, 0x7B5A8C]),
    WellKnown("light purple", "purple", [0xBF77F6, 0xB39DDB, 0xDDA0DD, 0xA78BC5]),
    WellKnown("dark purple", "purple", [0x35063E, 0x4A235A, 0x3B2A50, 0x580F41]),
    WellKnown("violet", "purple", [0x8F00FF, 0x9A0EEA, 0xA03CF0]),
    WellKnown("indigo", "purple", [0x4B0082, 0x380282, 0x4A2AA8]),
    WellKnown("lavender", "purple", [0xE6E6FA, 0xC79FEF, 0xD8CBEB]),
    WellKnown("pink", [0xFFC0CB, 0xFF81C0, 0xFF69B4, 0xFFD1DF, 0xF4A7B9, 0xF8DCE0, 0xE38AAE]),
    WellKnown("dark pink", "pink", [0xCB416B, 0xC44E78, 0xB03060, 0xC06C84]),
    WellKnown("magenta", "pink", [0xFF00FF, 0xC20078, 0xFF028D, 0xD6219C, 0xFF1493]),
    WellKnown("salmon", "pink", [0xFA8072, 0xFF796C, 0xE9967A]),
    WellKnown(
      "brown",
      [0x8B4513, 0x653700, 0x7B4A2B, 0x964B00, 0x8D5524, 0x7A5C45, 0x70534A, 0xA0623A, 0x6B5344]),
    WellKnown("dark brown", "brown", [0x341C02, 0x3D2B1F, 0x4B3621, 0x58382B, 0x2E1E14, 0x3B2F2F]),
    WellKnown("light brown", "brown", [0xAD8150, 0xC68642, 0xB08968, 0xA5825F]),
    WellKnown("tan", "brown", [0xD2B48C, 0xD1B26F, 0xC9A57B, 0xE0AC69]),
    WellKnown("khaki", "brown", [0xC3B091, 0xAAA068, 0x9C8F6A]),
    WellKnown("beige", "brown", [0xF5F5DC, 0xE6DAA6, 0xE8DCC8, 0xD9C9B0, 0xF0E0C8]),
    WellKnown("cream", "white", [0xFFFDD0, 0xFFFFC2, 0xFFF5E1]),
    WellKnown("black", [0x000000, 0x101010, 0x1C1C1E, 0x15120F, 0x10141C]),
    WellKnown("grey", [0x808080, 0x929591, 0x6E6E6E, 0x707A85, 0x8A8178, 0x9A9A9A]),
    WellKnown("dark grey", "grey", [0x363737, 0x505050, 0x2B2B2B, 0x3A3F47, 0x4A4642]),
    WellKnown("light grey", "grey", [0xD3D3D3, 0xC0C0C0, 0xB4B4B4, 0xC5CBD3, 0xCBC5BE, 0xE0E0E0]),
    WellKnown("white", [0xFFFFFF, 0xF8F8F8, 0xF0F0F0, 0xFAF7F2, 0xF2F5FA]),
  ]
}
