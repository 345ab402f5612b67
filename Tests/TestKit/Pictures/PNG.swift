/// A PNG to be written (PNG 3rd edition, W3C 2025): every colour type, depth and interlacing, with
/// stored deflate blocks and no filter, so each byte of it is easy to name.
package struct PNG {
  /// The colour type of IHDR.
  package enum Colour: UInt8, Sendable, CaseIterable {
    case grey = 0
    case rgb = 2
    case palette = 3
    case greyAlpha = 4
    case rgba = 6

    package var channels: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }

    /// The depths that the standard allows (table 12).
    package var depths: [Int] {
      switch self {
      case .grey: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .rgb, .greyAlpha, .rgba: [8, 16]
      }
    }
  }

  /// A chunk: its type of four letters and its data.
  package struct Chunk: Sendable {
    package var type: String
    package var data: [UInt8]

    package init(_ type: String, _ data: [UInt8]) {
      self.type = type
      self.data = data
    }

    /// Length, type, data and CRC.
    package var encoded: [UInt8] {
      let body = Array(type.utf8) + data
      return UInt32(data.count).bigEndianBytes + body + Checksums.crc32(body).bigEndianBytes
    }
  }

  package static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  package var width: Int
  package var height: Int
  package var colour: Colour
  package var depth: Int
  package var isInterlaced = false
  /// Red, green and blue of each index, for ``Colour/palette``.
  package var palette: [[UInt8]] = []
  /// The data of `tRNS`, if there is to be one.
  package var transparency: [UInt8]?
  /// Chunks before the image data.
  package var extras: [Chunk] = []
  /// The sample of a channel at a column and row, in the range of the depth.
  package var sample: (_ x: Int, _ y: Int, _ channel: Int) -> Int

  package init(
    width: Int, height: Int, colour: Colour = .rgb, depth: Int = 8,
    sample: @escaping (_ x: Int, _ y: Int, _ channel: Int) -> Int
  ) {
    self.width = width
    self.height = height
    self.colour = colour
    self.depth = depth
    self.sample = sample
  }

  /// The file.
  package var encoded: [UInt8] {
    Self.signature + chunks.flatMap(\.encoded)
  }

  /// The chunks of the file in order, for tests that leave one out or break one.
  package var chunks: [Chunk] {
    let header =
      UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes
      + [UInt8(depth), colour.rawValue, 0, 0, isInterlaced ? 1 : 0]
    var chunks = [Chunk("IHDR", header)]
    if !palette.isEmpty { chunks.append(Chunk("PLTE", palette.flatMap { $0 })) }
    if let transparency { chunks.append(Chunk("tRNS", transparency)) }
    return chunks + extras + [Chunk("IDAT", Self.stored(scanlines)), Chunk("IEND", [])]
  }

  /// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4).
  package static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      start = block.endIndex
      let count = UInt16(block.count)
      stream.append(start == bytes.count ? 1 : 0)
      stream += count.littleEndianBytes + (~count).littleEndianBytes + block
    } while start < bytes.count
    return stream + Checksums.adler32(bytes).bigEndianBytes
  }

  /// Every pass's rows, each behind its filter byte of none.
  private var scanlines: [UInt8] {
    let passes = isInterlaced ? Self.adam7 : [(0, 0, 1, 1)]
    var bytes: [UInt8] = []
    for (left, top, across, down) in passes where left < width {
      for y in stride(from: top, to: height, by: down) {
        bytes.append(0)
        bytes += packed(stride(from: left, to: width, by: across).map { $0 }, row: y)
      }
    }
    return bytes
  }

  /// First column, first row and steps of the seven passes (section 8.1).
  private static let adam7 = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  /// The samples of some columns of a row, most significant bit first.
  private func packed(_ columns: [Int], row y: Int) -> [UInt8] {
    var bits = BitWriter()
    for x in columns {
      for channel in 0..<colour.channels { bits.write(sample(x, y, channel), count: depth) }
    }
    return bits.padded(with: 0)
  }
}
