/// A colour in CIELAB under D65 (CIE 15:2004), from and to 8-bit sRGB (IEC 61966-2-1).
struct LabColour: Hashable {
  /// 0…100.
  var lightness: Double
  /// Green to red.
  var a: Double
  /// Blue to yellow.
  var b: Double

  /// White of D65, the observer of 2°, with Y = 1.
  private static let white = (x: 0.95047, z: 1.08883)
  /// (6/29)³, where the cube root gives way to a line.
  private static let bend = 216.0 / 24_389

  /// Makes a colour of its coordinates.
  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// Makes a colour of sRGB values 0…255, whole or not.
  init(red: Double, green: Double, blue: Double) {
    let r = Self.linear(red)
    let g = Self.linear(green)
    let b = Self.linear(blue)
    let x = Self.compressed((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / Self.white.x)
    let y = Self.compressed(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    let z = Self.compressed((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / Self.white.z)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// The light of an sRGB value 0…255, as a part of white's.
  static func linear(_ value: Double) -> Double {
    let part = value / 255
    if part <= 0.04045 { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    // base^2.4 = base² · (base^⅕)², the fifth root by logarithm.
    let fifth = Elementary.exponential(Elementary.logarithm(base) / 5)
    return base * base * fifth * fifth
  }

  /// What CIELAB makes of a part of white: its cube root, or a line near black.
  static func compressed(_ part: Double) -> Double {
    part > bend ? Elementary.cubeRoot(part) : (24_389 / 27 * part + 16) / 116
  }

  /// The nearest 8-bit sRGB colour, red, green and blue, cut to what sRGB holds.
  var sRGB: SIMD3<UInt8> {
    let y = (lightness + 16) / 116
    let parts = SIMD3(y + a / 500, y, y - b / 200)
    var xyz = SIMD3(Self.white.x, 1, Self.white.z)
    for channel in 0..<3 {
      let cube = parts[channel] * parts[channel] * parts[channel]
      xyz[channel] *= cube > Self.bend ? cube : (116 * parts[channel] - 16) * 27 / 24_389
    }
    return SIMD3(
      Self.sample(3.2404542 * xyz.x - 1.5371385 * xyz.y - 0.4985314 * xyz.z),
      Self.sample(-0.9692660 * xyz.x + 1.8760108 * xyz.y + 0.0415560 * xyz.z),
      Self.sample(0.0556434 * xyz.x - 0.2040259 * xyz.y + 1.0572252 * xyz.z))
  }

  private static func sample(_ light: Double) -> UInt8 {
    let cut = max(0, min(light, 1))
    let part =
      cut <= 0.0031308
      ? 12.92 * cut : 1.055 * Elementary.exponential(Elementary.logarithm(cut) / 2.4) - 0.055
    return UInt8(max(0, min((part * 255).rounded(), 255)))
  }
}
