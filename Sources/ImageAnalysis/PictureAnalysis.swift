/// What is said of a picture from its pixels alone.
package struct PictureAnalysis: Sendable, Hashable {
  /// Up to five colours, the largest share first; none if nothing is opaque.
  package var colours: [DominantColour]
  /// The 64-bit hash of what the upright picture looks like: likeness is a small Hamming distance.
  package var fingerprint: UInt64

  /// Makes an analysis of its parts.
  package init(colours: [DominantColour], fingerprint: UInt64) {
    self.colours = colours
    self.fingerprint = fingerprint
  }
}
