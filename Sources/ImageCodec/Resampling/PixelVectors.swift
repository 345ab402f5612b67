/// A row of pixels as vectors of four lanes, gray or red first and alpha in the last one used, colours
/// multiplied by alpha so that what is transparent does not bleed.
struct PixelVectors {
  private let channels: Int
  private let isDeep: Bool
  private var most: Float { isDeep ? 65_535 : 255 }

  init(_ layout: PixelLayout) {
    channels = layout.channels
    isDeep = layout.bitDepth == 16
  }

  /// Reads a row.
  func read(_ samples: Span<UInt8>, into row: inout [SIMD4<Float>]) {
    var pixels = row.mutableSpan
    for x in pixels.indices {
      let place = x * channels
      var pixel = SIMD4<Float>()
      if !isDeep, channels == 3 {
        pixel = SIMD4(
          Float(samples[place]), Float(samples[place + 1]), Float(samples[place + 2]), 0)
      } else {
        for channel in 0..<channels { pixel[channel] = sample(samples, place + channel) }
        if channels.isMultiple(of: 2) { pixel = multiplied(pixel) }
      }
      pixels[x] = pixel
    }
  }

  /// Writes a pixel at a place, rounded to the nearest and kept in range.
  func write(_ pixel: SIMD4<Float>, to bytes: inout MutableSpan<UInt8>, at place: Int) {
    let pixel = channels.isMultiple(of: 2) ? divided(pixel) : pixel
    for channel in 0..<channels {
      let rounded = max(0, min(most, pixel[channel] + 0.5))
      guard isDeep else {
        bytes[place + channel] = UInt8(rounded)
        continue
      }
      let value = UInt16(rounded)
      #if _endian(little)
        let (first, second) = (value, value >> 8)
      #else
        let (first, second) = (value >> 8, value)
      #endif
      bytes[place + 2 * channel] = UInt8(truncatingIfNeeded: first)
      bytes[place + 2 * channel + 1] = UInt8(truncatingIfNeeded: second)
    }
  }

  private func sample(_ samples: Span<UInt8>, _ place: Int) -> Float {
    guard isDeep else { return Float(samples[place]) }
    let (first, second) = (UInt16(samples[2 * place]), UInt16(samples[2 * place + 1]))
    #if _endian(little)
      return Float(second << 8 | first)
    #else
      return Float(first << 8 | second)
    #endif
  }

  private func multiplied(_ pixel: SIMD4<Float>) -> SIMD4<Float> {
    let alpha = pixel[channels - 1]
    var product = pixel * (alpha / most)
    product[channels - 1] = alpha
    return product
  }

  private func divided(_ pixel: SIMD4<Float>) -> SIMD4<Float> {
    let alpha = pixel[channels - 1]
    guard alpha >= 0.5 else { return .zero }
    var quotient = pixel * (most / alpha)
    quotient[channels - 1] = alpha
    return quotient
  }
}
