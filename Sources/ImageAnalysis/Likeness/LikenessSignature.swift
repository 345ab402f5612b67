/// What candidates for likeness to a picture are found by.
package struct LikenessSignature: Sendable {
  /// The least contrast, as the standard deviation in grey levels of what is hashed: below it are
  /// flat surfaces, whose hashes are noise.
  private static let leastContrast: Float = 1

  /// The features and hash of each window.
  let windows: [(features: LikenessFeatures, hash: LikenessHash)]
  /// The hash of the transposed whole.
  let transposed: LikenessHash

  /// The signature of a thumbnail, or nil of one without structure.
  package init?(_ thumbnail: LikenessThumbnail) {
    let frequencies = LowFrequencies.ofWindows(thumbnail)
    var windows: [(features: LikenessFeatures, hash: LikenessHash)] = []
    for window in frequencies {
      let energy = window.energy
      guard energy > 32 * Self.leastContrast else { return nil }
      windows.append((LikenessFeatures(window, energy: energy), window.hash))
    }
    self.windows = windows
    transposed = frequencies[0].transposedHash
  }
}
