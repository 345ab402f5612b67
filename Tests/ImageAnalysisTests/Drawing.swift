import ImageAnalysis
import ImageCodec

/// A picture drawn by a test, analysed as a decoder would have it analysed.
struct Drawing {
  let width: Int
  let height: Int
  var channels = 3
  var bitDepth = 8
  /// The samples of the pixel at (x, y).
  let samples: (Int, Int) -> [UInt16]

  /// The analysis of the picture.
  func analysis(orientation: Int = 1) -> PictureAnalysis {
    var analyser = PictureAnalyser()
    pass(to: &analyser)
    return analyser.finish(orientation: orientation)
  }

  /// The colours of the picture as `#rrggbb share`.
  var colours: [String] {
    analysis().colours.map { "\($0.hex) \($0.share)" }
  }

  /// Passes the picture's rows to a consumer.
  func pass(to consumer: inout some RowConsumer) {
    let bytes = bitDepth / 8
    let layout = PixelLayout(
      width: width, height: height, channels: channels, bitDepth: bitDepth)
    let header = ImageHeader(format: .png, width: width, height: height, mode: .rgb8)
    consumer.begin(header, layout: layout, workingBytes: 0)
    for y in 0..<height {
      var row: [UInt8] = []
      for sample in (0..<width).flatMap({ samples($0, y) }) {
        if bytes == 1 {
          row.append(UInt8(sample))
        } else {
          let big = [UInt8(sample >> 8), UInt8(sample & 255)]
          row += UInt16(1).bigEndian == 1 ? big : big.reversed()
        }
      }
      consumer.row(y, row.span)
    }
  }

  /// A picture of three-sample pixels packed as 0xRRGGBB.
  static func rgb(_ width: Int, _ height: Int, _ pixel: @escaping (Int, Int) -> UInt32) -> Drawing {
    Drawing(width: width, height: height) { x, y in
      let hex = pixel(x, y)
      return [UInt16(hex >> 16 & 255), UInt16(hex >> 8 & 255), UInt16(hex & 255)]
    }
  }
}
