/// How different two colours look: CIEDE2000, of which 2.3 is just noticeable.
///
/// A colour is an sRGB value of 8 bits a channel, packed as 0xRRGGBB.
package func colourDifference(_ first: UInt32, _ second: UInt32) -> Double {
  LabColour(hex: first).difference(from: LabColour(hex: second))
}

extension LabColour {
  /// Makes a colour of an sRGB value packed as 0xRRGGBB.
  init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 255), green: Double(hex >> 8 & 255), blue: Double(hex & 255))
  }

  /// The difference CIEDE2000 with all weights 1.
  ///
  /// G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference formula: implementation notes,
  /// supplementary test data, and mathematical observations. Color Research and Application 30
  /// (2005), 21–30; the comments name its equations.
  func difference(from other: LabColour) -> Double {
    // (2)–(7): red and green stretched near grey, chroma and hue from them.
    let meanPlain =
      ((a * a + b * b).squareRoot() + (other.a * other.a + other.b * other.b).squareRoot()) / 2
    let stretch = 1 + 0.5 * (1 - Self.saturated(meanPlain))
    let a1 = a * stretch
    let a2 = other.a * stretch
    let chroma1 = (a1 * a1 + b * b).squareRoot()
    let chroma2 = (a2 * a2 + other.b * other.b).squareRoot()
    let hue1 = Self.hue(a1, b)
    let hue2 = Self.hue(a2, other.b)
    let isGrey = chroma1 * chroma2 == 0

    // (8)–(11): the differences.
    // Opposite hues are told from nearly opposite ones: rounding must not turn them round.
    let half = Double.pi + 1e-9
    var turn = isGrey ? 0 : hue2 - hue1
    if turn > half { turn -= 2 * .pi }
    if turn < -half { turn += 2 * .pi }
    let hueDifference = 2 * (chroma1 * chroma2).squareRoot() * Elementary.sine(turn / 2)

    // (12)–(14): the means.
    let chromaMean = (chroma1 + chroma2) / 2
    var hueMean = hue1 + hue2
    if !isGrey {
      if abs(hue1 - hue2) > half { hueMean += hueMean < 2 * .pi ? 2 * .pi : -2 * .pi }
      hueMean /= 2
    }

    // (15)–(21): the weights.
    let degree = Double.pi / 180
    let texture =
      1 - 0.17 * Elementary.cosine(hueMean - 30 * degree)
      + 0.24 * Elementary.cosine(2 * hueMean)
      + 0.32 * Elementary.cosine(3 * hueMean + 6 * degree)
      - 0.20 * Elementary.cosine(4 * hueMean - 63 * degree)
    let blue = (hueMean / degree - 275) / 25
    let rotation =
      -2 * Self.saturated(chromaMean)
      * Elementary.sine(60 * degree * Elementary.exponential(-blue * blue))
    let l = (other.lightness - lightness) / Self.lightnessWeight(self, other)
    let c = (chroma2 - chroma1) / (1 + 0.045 * chromaMean)
    let h = hueDifference / (1 + 0.015 * chromaMean * texture)
    return max(0, l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  /// Whether the lightness alone tells that the difference from another colour is more than `limit`, as
  /// it does of most: the rest of the difference is never negative.
  ///
  /// Rounding, of which the margin is far beyond, cannot bring ``difference(from:)`` down to the limit.
  func isBeyond(_ limit: Double, from other: LabColour) -> Bool {
    abs(other.lightness - lightness) > (limit + 1e-6) * Self.lightnessWeight(self, other)
  }

  /// (15), (16): what weighs a difference of lightness.
  private static func lightnessWeight(_ first: LabColour, _ second: LabColour) -> Double {
    let mean = (first.lightness + second.lightness) / 2
    let middle = (mean - 50) * (mean - 50)
    return 1 + 0.015 * middle / (20 + middle).squareRoot()
  }

  /// √(C⁷ / (C⁷ + 25⁷)).
  private static func saturated(_ chroma: Double) -> Double {
    let square = chroma * chroma
    let seventh = square * square * square * chroma
    return (seventh / (seventh + 6_103_515_625)).squareRoot()
  }

  /// The hue in radians, 0…2π.
  private static func hue(_ a: Double, _ b: Double) -> Double {
    let angle = Elementary.angle(y: b, x: a)
    return angle < 0 ? angle + 2 * .pi : angle
  }
}
