import TestKit

/// A PNG made in code: stored deflate blocks, no filters.
struct TinyPNG {
  var width: Int
  var height: Int
  var depth = 8
  /// 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha.
  var colourType = 0
  var isInterlaced = false
  /// Chunks between the header and the image data.
  var before: [[UInt8]] = []
  /// The scan lines, packed, each without its filter byte.
  var lines: [[UInt8]]
  /// Bytes the compressed data holds beyond the scan lines.
  var excess: [UInt8] = []
  /// Chunks between the image data and IEND.
  var after: [[UInt8]] = []

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func chunk(_ name: String, _ data: [UInt8], breaksCRC: Bool = false) -> [UInt8] {
    let body = Array(name.utf8) + data
    let check = Checksums.crc32(body) ^ (breaksCRC ? 1 : 0)
    return UInt32(data.count).bigEndianBytes + body + check.bigEndianBytes
  }

  var headerChunk: [UInt8] {
    let kind: [UInt8] = [UInt8(depth), UInt8(colourType), 0, 0, isInterlaced ? 1 : 0]
    return Self.chunk("IHDR", UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + kind)
  }

  var imageData: [UInt8] {
    let filtered: [[UInt8]] = lines.map { [0] + $0 }
    return zlibStored(filtered.flatMap(\.self) + excess)
  }

  var bytes: [UInt8] {
    let ends = [Self.chunk("IDAT", imageData)] + after + [Self.chunk("IEND", [])]
    return Self.signature + ([headerChunk] + before + ends).flatMap(\.self)
  }

  /// A gray picture of one value a pixel, rising by 1.
  static func gray(width: Int, height: Int) -> TinyPNG {
    TinyPNG(
      width: width, height: height,
      lines: (0..<height).map { y in (0..<width).map { UInt8(truncatingIfNeeded: y * width + $0) } }
    )
  }
}
