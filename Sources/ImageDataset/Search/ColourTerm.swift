internal import ByteText
internal import ImageAnalysis

/// A condition on a picture's dominant colours.
struct ColourTerm: Sendable {
  /// Which colours are meant.
  enum Wanted: Sendable {
    /// A name, or a basic name that finer ones belong to, case-folded.
    case name(String)
    /// A colour, 0xRRGGBB, and those that an eye does not tell from it.
    case exact(UInt32)
  }

  let wanted: Wanted
  /// The least share, or nil for a picture's largest colour or a share of a quarter.
  let leastShare: Double?

  /// CIEDE2000 below which two colours look the same.
  private static let noticeable = 2.3
  /// The share from which on a colour is large.
  static let largeShare = 0.25

  func fits(_ colours: [DominantColour]) -> Bool {
    guard let leastShare else { return Self.large(colours).contains(where: isWanted) }
    return colours.contains { $0.share >= leastShare && isWanted($0) }
  }

  /// The colours that a picture is found by when no share is asked for: the largest, and each of a
  /// quarter or more.
  static func large(_ colours: [DominantColour]) -> some Sequence<DominantColour> {
    colours.indices.lazy.filter { $0 == 0 || colours[$0].share >= largeShare }.map { colours[$0] }
  }

  /// A name as ``ColourNames`` has it: in lower case, spaces between words, `grey` for `gray`.
  static func standardName(_ text: ByteString) -> ByteString {
    let words = text.asciiLowercased.split(on: UInt8(ascii: " ")).filter { !$0.isEmpty }
    return words.reduce(into: ByteString()) { name, word in
      if !name.isEmpty { name.append(UInt8(ascii: " ")) }
      name.append(word == "gray" ? "grey" : word)
    }
  }

  private func isWanted(_ colour: DominantColour) -> Bool {
    switch wanted {
    case .name: return fits(word: colour.name)
    case .exact(let packed): return Self.isLike(colour.packed, packed)
    }
  }

  /// Whether a name is the one that is meant, or belongs to it; false where a colour is meant.
  func fits(word: String) -> Bool {
    guard case .name(let wanted) = wanted else { return false }
    return word == wanted || ColourNames.basicName(of: word) == wanted
  }

  /// Whether an eye does not tell two colours, 0xRRGGBB, apart.
  static func isLike(_ colour: UInt32, _ other: UInt32) -> Bool {
    colourDifference(colour, other) <= noticeable
  }
}

extension DominantColour {
  /// 0xRRGGBB.
  fileprivate var packed: UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }
}
