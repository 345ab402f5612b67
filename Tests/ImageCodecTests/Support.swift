import ImageCodec

/// A stream over bytes in memory, given out in pieces of at most `piece` bytes.
final class BytesStream: ByteStream {
  private let bytes: [UInt8]
  private let piece: Int
  private let failsAt: Int?
  private(set) var position = 0

  init(_ bytes: [UInt8], piece: Int = .max, failsAt: Int? = nil) {
    self.bytes = bytes
    self.piece = piece
    self.failsAt = failsAt
  }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    if let failsAt, position >= failsAt { return -1 }
    let count = min(buffer.count, piece, (failsAt ?? bytes.count) - position)
    unsafe buffer.withUnsafeMutableBytes { target in
      unsafe target.copyBytes(from: bytes[position..<position + count])
    }
    position += count
    return count
  }
}

/// Keeps every row of a picture.
struct RowCollector: RowConsumer {
  private(set) var header: ImageHeader?
  private(set) var layout: PixelLayout?
  private(set) var workingBytes = 0
  private(set) var rows: [[UInt8]] = []

  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    self.header = header
    self.layout = layout
    self.workingBytes = workingBytes
  }

  mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    precondition(y == rows.count)
    rows.append(unsafe samples.withUnsafeBufferPointer { unsafe Array($0) })
  }
}

/// Keeps all rows in one array.
struct PixelCollector: RowConsumer {
  private(set) var layout = PixelLayout(width: 0, height: 0, channels: 0, bitDepth: 8)
  private(set) var bytes: [UInt8] = []

  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    self.layout = layout
  }

  mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    unsafe samples.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }
}

/// Counts rows without keeping them.
struct RowCounter: RowConsumer {
  private(set) var count = 0

  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {}

  mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    count += 1
  }
}

/// A picture decoded whole.
struct DecodedPicture {
  var info: ImageInfo
  var layout: PixelLayout
  var workingBytes: Int
  var rows: [[UInt8]]
}

/// Decodes bytes given in pieces.
func decode(
  _ bytes: [UInt8], options: DecodeOptions = DecodeOptions(), piece: Int = .max
) throws(DecodeRefusal) -> DecodedPicture {
  var collector = RowCollector()
  let info = try decodeImage(
    from: BytesStream(bytes, piece: piece), options: options, into: &collector)
  let layout = collector.layout ?? PixelLayout(width: 0, height: 0, channels: 0, bitDepth: 8)
  return DecodedPicture(
    info: info, layout: layout, workingBytes: collector.workingBytes, rows: collector.rows)
}

/// Why these bytes are refused; nil when they are not.
func refusal(
  of bytes: [UInt8], options: DecodeOptions = DecodeOptions(), piece: Int = .max
) -> DecodeRefusal? {
  do {
    _ = try decode(bytes, options: options, piece: piece)
    return nil
  } catch {
    return error
  }
}
