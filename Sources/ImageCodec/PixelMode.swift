/// The channels and depth of a picture as stored: bits for each sample, or for each palette index.
///
/// A JPEG stored as YCbCr is `rgb8`: what it shows is RGB, and no reader offers it otherwise. CMYK and
/// YCCK are told apart, since tools differ in which of them they open.
package enum PixelMode: String, Sendable, Hashable, CaseIterable {
  case gray1
  case gray2
  case gray4
  case gray8
  case gray16
  case graya8
  case graya16
  case rgb8
  case rgb16
  case rgba8
  case rgba16
  case palette1
  case palette2
  case palette4
  case palette8
  case cmyk8
  case ycck8

  /// The word used in records.
  package var name: String { rawValue }
}
