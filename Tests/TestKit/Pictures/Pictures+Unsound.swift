extension Pictures {
  /// The first part of a file: three quarters of it, or so many bytes.
  package static func truncated(_ bytes: [UInt8], to count: Int? = nil) -> [UInt8] {
    Array(bytes.prefix(count ?? bytes.count * 3 / 4))
  }

  /// The file with one byte turned over: the middle one, or the one at an offset.
  package static func corrupted(_ bytes: [UInt8], at offset: Int? = nil) -> [UInt8] {
    var copy = bytes
    let place = offset ?? bytes.count / 2
    if copy.indices.contains(place) { copy[place] ^= 0xFF }
    return copy
  }

  /// A whole GIF of one pixel (GIF89a).
  package static let gif: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  /// A whole BMP of one pixel.
  package static let bmp: [UInt8] =
    Array("BM".utf8) + UInt32(58).littleEndianBytes + [0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]
    + [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0] + [UInt8](repeating: 0, count: 24) + [1, 2, 3, 0]

  /// The start of a lossless WebP of one pixel.
  package static let webp: [UInt8] =
    Array("RIFF".utf8) + UInt32(26).littleEndianBytes + Array("WEBPVP8L".utf8)
    + UInt32(13).littleEndianBytes
    + [0x2F, 0, 0, 0, 0, 0x07, 0x10, 0xFD, 0x8F, 0xFE, 0x07, 0x22, 0, 0]

  /// A little-endian TIFF without pictures.
  package static let tiff: [UInt8] = Array("II*\0".utf8) + [8, 0, 0, 0, 0, 0, 0, 0, 0, 0]

  /// Plain text.
  package static let text: [UInt8] = Array("this is no picture\n".utf8)
}
