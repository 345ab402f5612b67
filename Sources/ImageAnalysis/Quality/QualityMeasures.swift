/// How well a picture can be seen: scores of 0…1, low ones bad.
///
/// The definitions and thresholds are those of cleanvision 0.3.7, so that who knows its scores
/// knows these.
package struct QualityMeasures: Sendable, Hashable {
  /// The brightness that all but one pixel in a hundred stay below.
  package let dark: Double
  /// How far from white the darkest twentieth of the pixels is.
  package let light: Double
  /// The entropy of the values, in tenths of a bit.
  package let lowInformation: Double
  /// How strong the edges are at 64 samples on the longest side.
  package let blurry: Double

  package static let leastDark = 0.32
  package static let leastLight = 0.05
  package static let leastInformation = 0.3
  package static let leastBlurry = 0.29

  init(_ samples: SampleHistograms, _ sharpness: Sharpness) {
    dark = samples.brightness(atShare: 0.99)
    light = 1 - samples.brightness(atShare: 0.05)
    lowInformation = min(1, samples.entropy * 0.1)
    let edges = 1 - Elementary.exponential(-sharpness.edges / 100)
    // Few grey levels, as in a drawing, excuse weak edges.
    let levels = 1 - Elementary.exponential(-sharpness.histogram / 100)
    blurry = min(1, edges + (levels > 0.18 ? levels : 0))
  }
}
