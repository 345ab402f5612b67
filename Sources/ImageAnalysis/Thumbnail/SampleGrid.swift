internal import CArithmetic

/// Where the single pixels of a thumbnail are taken: one for each box, spread evenly.
///
/// The picture's sides are cut into equal parts, not into whole pixels, so that no pixel is more
/// likely than another. Where in its part a pixel is taken follows the sequence R2 (M. Roberts
/// 2018, the plane's analogue of the golden ratio), so that the pixels never march in step with a
/// pattern: fine stripes are met in their true shares. A fourth of a row of boxes shares a row of
/// pixels, which keeps the cost at a few of the picture's rows.
struct SampleGrid {
  /// A row of pixels that gives those of the boxes `group`, `group` + 4, … of a row of boxes.
  private struct Line {
    var y: Int
    var boxRow: Int
    var group: Int
  }

  private static let groups = 4

  private let boxes: Int
  private let pixelsPerBox: Double
  private let last: Int
  private var lines: [Line] = []
  private var next = 0

  /// Lays a grid of boxes over a picture.
  init(width: Int, height: Int, boxes size: GridSize) {
    boxes = size.width
    pixelsPerBox = Double(width) / Double(size.width)
    last = width - 1
    lines.reserveCapacity(size.height * Self.groups)
    for boxRow in 0..<size.height {
      let spread = Self.part(UInt32(truncatingIfNeeded: boxRow) &* 0x91E1_0DA5)
      for quarter in 0..<Self.groups {
        let place = Double(boxRow) + (Double(quarter) + spread) / Double(Self.groups)
        let y = min(Int(place * Double(height) / Double(size.height)), height - 1)
        lines.append(Line(y: y, boxRow: boxRow, group: (quarter + boxRow) % Self.groups))
      }
    }
  }

  /// Adds the pixels that are taken from row `y` and are at least half opaque; rows come in order.
  mutating func take(_ y: Int, _ row: Span<UInt8>, channels: Int, to samples: inout PixelList) {
    while next < lines.count, lines[next].y <= y {
      let line = lines[next]
      next += 1
      guard line.y == y, line.group < boxes else { continue }
      let phase = UInt32(truncatingIfNeeded: line.boxRow) &* 0x9E37_79B9
      let places = imgds_sampling(
        first: line.group, step: Self.groups, boxes: boxes, pixels_per_box: pixelsPerBox,
        last: last, phase: phase)
      samples.take(row, channels: channels, places)
    }
  }

  /// A number as a part of 2³², 0 up to but not 1.
  @inline(__always)
  private static func part(_ number: UInt32) -> Double {
    Double(number) * 0x1p-32
  }
}
