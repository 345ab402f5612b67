/// A picture made small, in the three ways its analysis needs.
struct Thumbnail {
  /// Boxes across.
  let width: Int
  /// Boxes down.
  let height: Int
  /// The average colours of the boxes at least half opaque, packed as 0xBBGGRR; order as in the
  /// picture.
  var averages: PixelList
  /// The colours of one opaque pixel a box, unaveraged, packed the same way; none where the
  /// averages are the pixels themselves.
  var samples: PixelList
  /// The first opaque pixel of all, known while there is neither an average nor a sample.
  var firstOpaque: UInt32?
  /// The luma of every box over white, 0…255, `width` × `height`.
  var grey: [Float]

  /// Room for the averages of a row.
  private var packed: [UInt32]

  /// Makes an empty thumbnail.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    averages = PixelList(capacity: width * height)
    samples = PixelList(capacity: width * height)
    packed = Array(repeating: 0, count: width)
    grey = Array(repeating: 255, count: width * height)
  }

  /// Takes in the averages of a row of boxes.
  ///
  /// `sums` are those of the boxes' colours weighed by alpha, over as many pixels as `rows` times
  /// what `edges` tell.
  mutating func close(_ sums: [SIMD4<UInt32>], edges: [Int], rows: Int, channels: Int, at row: Int)
  {
    let first = row * width
    switch channels {
    case 1: take(sums, edges, rows, first) { SIMD4($0[0], $0[0], $0[0], 255) }
    case 2: take(sums, edges, rows, first) { SIMD4($0[0], $0[0], $0[0], $0[1]) }
    case 3: take(sums, edges, rows, first) { SIMD4($0[0], $0[1], $0[2], 255) }
    default: take(sums, edges, rows, first) { $0 }
    }
  }

  /// Takes in a row of opaque pixels of 1 or 3 channels, each of which is a box.
  mutating func keep(_ row: Span<UInt8>, channels: Int, at boxRow: Int) {
    let (boxes, first) = (width, boxRow * width)
    averages.append(boxes) { PixelRows.opaquePixel(of: row, at: $0, channels: channels) }
    var luma = grey.mutableSpan
    for box in 0..<boxes {
      let offset = box * channels
      let red = Float(row[offset])
      let green = channels == 1 ? red : Float(row[offset + 1])
      let blue = channels == 1 ? red : Float(row[offset + 2])
      luma[first + box] = (0.299 * red + 0.587 * green) + (0.114 * blue - 255) + 255
    }
  }

  /// Takes in averages that `spread` makes red, green, blue and alpha.
  @inline(__always)
  private mutating func take(
    _ sums: [SIMD4<UInt32>], _ edges: [Int], _ rows: Int, _ first: Int,
    _ spread: (SIMD4<Float>) -> SIMD4<Float>
  ) {
    let sums = sums.span
    let edges = edges.span
    var row: [UInt32] = []
    swap(&row, &packed)
    var opaque = 0
    var luma = grey.mutableSpan
    for box in 0..<sums.count {
      let part = 1 / Float((edges[box + 1] - edges[box]) * rows)
      let average = spread(SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: sums[box])) * part)
      let weighed = average * SIMD4(0.299, 0.587, 0.114, -1)
      luma[first + box] = (weighed[0] + weighed[1]) + (weighed[2] + weighed[3]) + 255
      guard average[3] >= 127.5 else { continue }
      let plain = average[3] < 255 ? average * (255 / average[3]) : average
      // Adding 2²³ leaves the whole number nearest in the lowest bits.
      let whole = plain.replacing(with: 255, where: plain .> 255) + 8_388_608
      let red = whole[0].bitPattern & 255
      let green = whole[1].bitPattern & 255
      let blue = whole[2].bitPattern & 255
      row[opaque] = red | green << 8 | blue << 16
      opaque += 1
    }
    averages.append(row, count: opaque)
    swap(&row, &packed)
  }
}
