/// A whole picture in memory.
package struct PixelBuffer: Sendable, Hashable {
  package var layout: PixelLayout
  /// All rows, top to bottom, `layout.bytesPerRow` bytes each.
  package var samples: [UInt8]

  package init(layout: PixelLayout, samples: [UInt8]) {
    self.layout = layout
    self.samples = samples
  }

  /// The mode of a file that stores these samples.
  package var mode: PixelMode {
    let isDeep = layout.bitDepth == 16
    switch layout.channels {
    case 1: return isDeep ? .gray16 : .gray8
    case 2: return isDeep ? .graya16 : .graya8
    case 3: return isDeep ? .rgb16 : .rgb8
    default: return isDeep ? .rgba16 : .rgba8
    }
  }

  /// The picture as it should be seen, by its EXIF orientation (Exif 3.0, 4.6.5.1.6), 1 to 8.
  package func upright(from orientation: Int) -> PixelBuffer {
    guard (2...8).contains(orientation) else { return self }
    let isTurned = orientation >= 5
    let (width, height) = (layout.width, layout.height)
    let turned = PixelLayout(
      width: isTurned ? height : width, height: isTurned ? width : height,
      channels: layout.channels, bitDepth: layout.bitDepth)
    let size = layout.channels * layout.bitDepth / 8
    var target: [UInt8] = []
    target.reserveCapacity(samples.count)
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        let (column, row) =
          switch orientation {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        let start = row * layout.bytesPerRow + column * size
        for index in start..<start + size { target.append(samples[index]) }
      }
    }
    return PixelBuffer(layout: turned, samples: target)
  }
}

/// Keeps all rows of a picture.
package struct PixelCollector: RowConsumer {
  package private(set) var picture: PixelBuffer

  package init() {
    picture = PixelBuffer(
      layout: PixelLayout(width: 0, height: 0, channels: 1, bitDepth: 8), samples: [])
  }

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    picture.layout = layout
    picture.samples.reserveCapacity(layout.height * layout.bytesPerRow)
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    for index in samples.indices { picture.samples.append(samples[index]) }
  }
}
