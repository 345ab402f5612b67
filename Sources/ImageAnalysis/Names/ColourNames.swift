/// The words people use for colours.
package enum ColourNames {
  /// The twelve basic words.
  package static let basic = [
    "red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "brown", "black", "grey",
    "white",
  ]

  /// Every name that ``name(red:green:blue:)`` gives.
  package static let all = basic

  /// The name of a colour, sRGB of 8 bits.
  package static func name(red: UInt8, green: UInt8, blue: UInt8) -> String {
    "grey"
  }

  /// The basic word a name belongs to; nil of a word that is no name.
  package static func basicName(of name: String) -> String? {
    basic.contains(name) ? name : nil
  }
}
