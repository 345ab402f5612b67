internal import ImageCodec

/// Whoever takes a picture's rows as 8-bit samples.
protocol EightBitRowConsumer {
  /// Takes the next row, of the picture's width.
  mutating func take(_ y: Int, _ row: Span<UInt8>)
}

/// Hands a picture's rows on as 8-bit samples, whatever its depth.
struct EightBitRows<Consumer: EightBitRowConsumer> {
  let layout: PixelLayout
  private(set) var consumer: Consumer
  private let count: Int
  private var narrowed: [UInt8] = []

  /// - Returns: nil for a layout of no pixels or of other than 1 to 4 channels.
  init?(_ layout: PixelLayout, to consumer: (PixelLayout) -> Consumer) {
    guard layout.width > 0, layout.height > 0, 1...4 ~= layout.channels else { return nil }
    self.layout = layout
    self.consumer = consumer(layout)
    count = layout.width * layout.channels
  }

  /// Takes the next row as it is stored; one short of the width is left out.
  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    guard row.count >= count * (layout.bitDepth / 8) else { return }
    guard layout.bitDepth == 16 else {
      consumer.take(y, row)
      return
    }
    var narrow: [UInt8] = []
    swap(&narrow, &narrowed)
    PixelRows.narrow(row, count: count, into: &narrow)
    consumer.take(y, narrow.span)
    swap(&narrow, &narrowed)
  }
}
