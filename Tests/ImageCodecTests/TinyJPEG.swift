import TestKit

/// A JPEG made in code, of flat blocks of 8 by 8 pixels.
///
/// Every block has a DC coefficient only, and all quantizers are 8, so a block decodes to exactly the
/// value given. One Huffman table gives every DC category a code of 4 bits, the other codes the end of
/// the block by a single 0.
struct TinyJPEG {
  /// The samples of the blocks: by component, row of blocks, block.
  var blocks: [[[Int]]]
  var width: Int
  var height: Int
  var frameMarker: UInt8 = 0xC0
  var precision: UInt8 = 8
  /// The transform of an Adobe marker: 0 none, 1 YCbCr, 2 YCCK; nil for no marker.
  var adobeTransform: UInt8?
  var restartInterval = 0
  /// One scan for all components, else one each.
  var isInterleaved = true
  /// How many times the scans are written.
  var scanRepeats = 1
  /// Segments between SOI and the frame header.
  var segments: [UInt8] = []
  /// Bytes between the end of the last scan and EOI.
  var leftOver: [UInt8] = []

  init(_ blocks: [[[Int]]]) {
    self.blocks = blocks
    width = 8 * (blocks.first?.first?.count ?? 0)
    height = 8 * (blocks.first?.count ?? 0)
  }

  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker] + UInt16(payload.count + 2).bigEndianBytes + payload
  }

  private var isProgressive: Bool { frameMarker == 0xC2 }

  var bytes: [UInt8] { header + scans + leftOver + [0xFF, 0xD9] }

  var header: [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8] + segments
    if let adobeTransform {
      let version: [UInt8] = [0, 100, 0, 0, 0, 0]
      bytes += Self.segment(0xEE, Array("Adobe".utf8) + version + [adobeTransform])
    }
    bytes += Self.segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
    let components: [[UInt8]] = blocks.indices.map { [UInt8($0 + 1), 0x11, 0] }
    var frame: [UInt8] = [precision]
    frame += UInt16(height).bigEndianBytes + UInt16(width).bigEndianBytes
    frame += [UInt8(blocks.count)] + components.flatMap(\.self)
    bytes += Self.segment(frameMarker, frame)
    let categories = [UInt8](0..<12)
    bytes += Self.segment(
      0xC4, [0x00, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + categories)
    bytes += Self.segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
    if restartInterval > 0 { bytes += Self.segment(0xDD, UInt16(restartInterval).bigEndianBytes) }
    return bytes
  }

  var scans: [UInt8] {
    let groups: [[Int]] = isInterleaved ? [Array(blocks.indices)] : blocks.indices.map { [$0] }
    let once = groups.flatMap { scan(of: $0) }
    return Array(repeatElement(once, count: scanRepeats).joined())
  }

  private func scan(of components: [Int]) -> [UInt8] {
    let selectors: [[UInt8]] = components.map { [UInt8($0 + 1), 0] }
    var parameters = [UInt8(components.count)] + selectors.flatMap(\.self)
    parameters += [0, isProgressive ? 0 : 63, 0]
    var bytes = Self.segment(0xDA, parameters)
    var bits = BitWriter()
    var previous = [Int](repeating: 0, count: blocks.count)
    var units = 0
    var restarts: UInt8 = 0
    for row in blocks[0].indices {
      for column in blocks[0][row].indices {
        if restartInterval > 0, units > 0, units % restartInterval == 0 {
          bytes += bits.finish() + [0xFF, 0xD0 + restarts % 8]
          restarts += 1
          bits = BitWriter()
          previous = [Int](repeating: 0, count: blocks.count)
        }
        for component in components {
          let value = blocks[component][row][column] - 128
          bits.writeDC(value - previous[component])
          if !isProgressive { bits.write(0, count: 1) }
          previous[component] = value
        }
        units += 1
      }
    }
    return bytes + bits.finish()
  }
}

/// Bits of a scan, most significant first, with a zero byte after each FF (ITU-T T.81, F.1.2.3).
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending = 0
  private var count = 0

  mutating func write(_ value: Int, count bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) {
      pending = pending << 1 | value >> bit & 1
      count += 1
      guard count == 8 else { continue }
      bytes.append(UInt8(pending))
      if pending == 0xFF { bytes.append(0) }
      (pending, count) = (0, 0)
    }
  }

  mutating func writeDC(_ difference: Int) {
    let category = Int.bitWidth - abs(difference).leadingZeroBitCount
    write(category, count: 4)
    write(difference < 0 ? difference + (1 << category) - 1 : difference, count: category)
  }

  mutating func finish() -> [UInt8] {
    while count != 0 { write(1, count: 1) }
    return bytes
  }
}
