/// A little Exif block (CIPA DC-008, a TIFF structure): an orientation, and a place on request.
package enum Exif {
  /// The TIFF structure, little-endian.
  package static func block(orientation: Int? = nil, hasPlace: Bool = false) -> [UInt8] {
    var entries: [[UInt8]] = []
    if let orientation { entries.append(entry(0x0112, type: 3, count: 1, value: orientation)) }
    let count = entries.count + (hasPlace ? 1 : 0)
    let end = 8 + 2 + 12 * count + 4
    if hasPlace { entries.append(entry(0x8825, type: 4, count: 1, value: end)) }
    let place =
      hasPlace
      ? UInt16(1).littleEndianBytes + entry(0x0002, type: 5, count: 3, value: end + 18) + zero
        + [48, 1, 51, 1, 30, 1].flatMap { UInt32($0).littleEndianBytes } : []
    return Array("II*\0".utf8) + UInt32(8).littleEndianBytes
      + UInt16(count).littleEndianBytes + entries.flatMap { $0 } + zero + place
  }

  /// The block as a JPEG's `APP1`.
  package static func segment(orientation: Int? = nil, hasPlace: Bool = false) -> JPEG.Segment {
    JPEG.Segment(
      0xE1, Array("Exif\0\0".utf8) + block(orientation: orientation, hasPlace: hasPlace))
  }

  /// The block as a PNG's `eXIf`.
  package static func chunk(orientation: Int? = nil, hasPlace: Bool = false) -> PNG.Chunk {
    PNG.Chunk("eXIf", block(orientation: orientation, hasPlace: hasPlace))
  }

  private static let zero: [UInt8] = [0, 0, 0, 0]

  private static func entry(_ tag: UInt16, type: UInt16, count: UInt32, value: Int) -> [UInt8] {
    tag.littleEndianBytes + type.littleEndianBytes + count.littleEndianBytes
      + UInt32(value).littleEndianBytes
  }
}
