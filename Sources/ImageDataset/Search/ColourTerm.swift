internal import ImageAnalysis

/// A condition on a picture's dominant colours.
package struct ColourTerm: Sendable {
  /// Which colours are meant.
  package enum Wanted: Sendable {
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
  private static let largeShare = 0.25

  func fits(_ colours: [DominantColour]) -> Bool {
    colours.enumerated().contains { index, colour in
      let isLargeEnough =
        leastShare.map { colour.share >= $0 } ?? (index == 0 || colour.share >= Self.largeShare)
      return isLargeEnough && isWanted(colour)
    }
  }

  private func isWanted(_ colour: DominantColour) -> Bool {
    switch wanted {
    case .name(let name):
      return colour.name == name || ColourNames.basicName(of: colour.name) == name
    case .exact(let packed):
      return colourDifference(colour.packed, packed) <= Self.noticeable
    }
  }
}

extension DominantColour {
  /// 0xRRGGBB.
  fileprivate var packed: UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }
}
