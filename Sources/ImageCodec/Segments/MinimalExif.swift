/// The smallest EXIF block there is: an orientation and nothing else (TIFF 6.0, section 2).
enum MinimalExif {
  static func block(orientation: Int) -> [UInt8] {
    [
      0x4D, 0x4D, 0, 42, 0, 0, 0, 8,  // big-endian, the directory begins at 8
      0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0,  // one SHORT
      0, 0, 0, 0,
    ]
  }
}
