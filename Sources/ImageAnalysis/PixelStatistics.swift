package import ImageCodec

/// The mean and standard deviation of every channel over the pixels of many pictures.
///
/// Sums of values and of squares are whole numbers, so the result is exact whatever the order in
/// which pictures come and are merged. Samples count as 0…1 (8 bits by 255, 16 bits by 65535), grey
/// as equal red, green and blue, alpha not at all. The deviation is that of the population, pooled
/// over all pixels: not the mean of the pictures' deviations.
package struct PixelStatistics: RowConsumer, Sendable, Hashable {
  /// How many pixels were counted.
  package private(set) var pixels: UInt64 = 0
  private var channels = 3
  private var is16Bit = false
  private var width = 0
  /// Of 8-bit samples times 257, which are 16-bit samples of the same value.
  private var sums: [UInt64] = [0, 0, 0]
  private var squares: [UInt128] = [0, 0, 0]

  /// Makes statistics of no pixels.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    channels = layout.channels
    is16Bit = layout.bitDepth == 16
    width = layout.width
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    guard samples.count >= width * channels * (is16Bit ? 2 : 1) else { return }
    for channel in 0..<(channels < 3 ? 1 : 3) {
      var sum: UInt64 = 0
      var square: UInt64 = 0
      if is16Bit {
        var large: UInt128 = 0
        for pixel in 0..<width {
          let sample = UInt64(samples.native16(at: (pixel * channels + channel) * 2))
          sum &+= sample
          large &+= UInt128(sample &* sample)
        }
        add(channel, sum, large)
      } else {
        for pixel in 0..<width {
          let sample = UInt64(samples[pixel * channels + channel])
          sum &+= sample
          square &+= sample &* sample
        }
        add(channel, sum &* 257, UInt128(square) &* 66_049)
      }
    }
    pixels &+= UInt64(width)
  }

  private mutating func add(_ channel: Int, _ sum: UInt64, _ square: UInt128) {
    for index in channels < 3 ? 0..<3 : channel..<(channel + 1) {
      sums[index] &+= sum
      squares[index] &+= square
    }
  }

  /// Takes in what others have counted.
  package mutating func merge(_ other: PixelStatistics) {
    pixels &+= other.pixels
    for index in 0..<3 {
      sums[index] &+= other.sums[index]
      squares[index] &+= other.squares[index]
    }
  }

  /// The means of red, green and blue, 0…1; nil of no pixels.
  package var mean: [Double]? {
    guard pixels > 0 else { return nil }
    return sums.map { Double($0) / (Double(pixels) * 65_535) }
  }

  /// The standard deviations of red, green and blue, 0…1; nil of no pixels.
  package var standardDeviation: [Double]? {
    guard pixels > 0 else { return nil }
    return (0..<3).map { index in
      // n·Σx² − (Σx)², never negative, is exact while both fit 128 bits: 2⁴⁸ pixels.
      let sum = UInt128(sums[index])
      let variance = UInt128(pixels) &* squares[index] &- sum &* sum
      return Double(variance).squareRoot() / (Double(pixels) * 65_535)
    }
  }
}
