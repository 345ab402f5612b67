/// A baseline JPEG to be written (ITU-T T.81): each 8 × 8 block is flat, so only DC coefficients are
/// coded and a grey block decodes to exactly the sample asked for.
package struct JPEG {
  /// A segment: the second byte of its marker and its data without the length.
  package struct Segment: Sendable {
    package var marker: UInt8
    package var data: [UInt8]

    package init(_ marker: UInt8, _ data: [UInt8]) {
      self.marker = marker
      self.data = data
    }

    /// Marker, length and data.
    package var encoded: [UInt8] {
      [0xFF, marker] + UInt16(data.count + 2).bigEndianBytes + data
    }
  }

  package var width: Int
  package var height: Int
  /// 1 grey, 3 YCbCr, 4 CMYK or YCCK as ``adobeTransform`` says.
  package var components: Int
  /// The `APP14` transform byte (0 none, 1 YCbCr, 2 YCCK); nil leaves the segment out.
  package var adobeTransform: UInt8?
  /// Segments behind the start of the image: `APPn`, comments.
  package var extras: [Segment] = []
  /// The stored sample, 0–255, of a component in the block at a column and row of blocks.
  package var sample: (_ column: Int, _ row: Int, _ component: Int) -> Int

  package init(
    width: Int, height: Int, components: Int = 3,
    sample: @escaping (_ column: Int, _ row: Int, _ component: Int) -> Int
  ) {
    self.width = width
    self.height = height
    self.components = components
    self.sample = sample
  }

  /// The file.
  package var encoded: [UInt8] {
    headers + scan + [0xFF, 0xD9]
  }

  /// Everything before the entropy-coded data.
  package var headers: [UInt8] {
    let all = extras + adobe + [quantization, frame, directCodes, alternatingCodes, scanHeader]
    return [0xFF, 0xD8] + all.flatMap(\.encoded)
  }

  private var adobe: [Segment] {
    adobeTransform.map { [Segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, $0])] } ?? []
  }

  private var identifiers: ClosedRange<UInt8> { 1...UInt8(components) }

  /// Every coefficient divided by 8, which makes a DC step one sample step.
  private var quantization: Segment {
    Segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
  }

  private var frame: Segment {
    let size = UInt16(height).bigEndianBytes + UInt16(width).bigEndianBytes
    let parts = identifiers.flatMap { identifier -> [UInt8] in [identifier, 0x11, 0] }
    return Segment(0xC0, [8] + size + [UInt8(components)] + parts)
  }

  /// Twelve codes of four bits for the twelve sizes of a DC difference.
  private var directCodes: Segment {
    Segment(0xC4, [0x00, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0...11))
  }

  /// One code of one bit, `0`: the end of the block.
  private var alternatingCodes: Segment {
    Segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
  }

  private var scanHeader: Segment {
    let parts = identifiers.flatMap { identifier -> [UInt8] in [identifier, 0] }
    return Segment(0xDA, [UInt8(components)] + parts + [0, 63, 0])
  }

  /// The blocks' DC differences, with a zero behind every byte of ones.
  private var scan: [UInt8] {
    var bits = BitWriter()
    var last = [Int](repeating: 128, count: components)
    for row in 0..<(height + 7) / 8 {
      for column in 0..<(width + 7) / 8 {
        for component in 0..<components {
          let value = sample(column, row, component)
          let difference = value - last[component]
          last[component] = value
          let size = Int.bitWidth - difference.magnitude.leadingZeroBitCount
          bits.write(size, count: 4)
          bits.write(difference < 0 ? difference - 1 : difference, count: size)
          bits.write(0, count: 1)
        }
      }
    }
    return bits.padded(with: 1).flatMap { $0 == 0xFF ? [$0, 0] : [$0] }
  }
}
