/// One of the up to five colours that stand for a picture.
package struct DominantColour: Sendable, Hashable {
  /// The red sample, sRGB of 8 bits.
  package var red: UInt8
  /// The green sample, sRGB of 8 bits.
  package var green: UInt8
  /// The blue sample, sRGB of 8 bits.
  package var blue: UInt8
  /// The part of the opaque picture nearest to this colour, 0…1, of four decimals.
  package var share: Double
  /// What people call it: a name of ``ColourNames/all``.
  package var name: String

  /// Makes a colour, and names it unless its name is known.
  package init(red: UInt8, green: UInt8, blue: UInt8, share: Double, name: String? = nil) {
    self.red = red
    self.green = green
    self.blue = blue
    self.share = share
    self.name = name ?? ColourNames.name(red: red, green: green, blue: blue)
  }

  /// The colour as `#rrggbb` in lower-case digits.
  package var hex: String {
    var digits: [UInt8] = []
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends ``hex`` to a buffer, for those who write a million of them.
  package func appendHex(to text: inout [UInt8]) {
    text.append(UInt8(ascii: "#"))
    Self.appendDigits(of: red, to: &text)
    Self.appendDigits(of: green, to: &text)
    Self.appendDigits(of: blue, to: &text)
  }

  private static func appendDigits(of sample: UInt8, to text: inout [UInt8]) {
    let (high, low) = (sample >> 4, sample & 15)
    text.append(high < 10 ? 0x30 + high : 0x57 + high)
    text.append(low < 10 ? 0x30 + low : 0x57 + low)
  }
}
