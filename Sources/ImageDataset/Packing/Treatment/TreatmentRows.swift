internal import ImageCodec
internal import System

/// What makes a picture of decoded rows.
protocol TreatedRows: RowConsumer {
  var picture: PixelBuffer { get }
}

extension PixelCollector: TreatedRows {}
extension Resampler: TreatedRows {}

/// Takes rows once the memory they need is free.
struct TreatmentRows<Inner: TreatedRows>: RowConsumer {
  private(set) var inner: Inner
  private let budget: MemoryBudget
  private var reserved = 0

  init(_ inner: Inner, budget: MemoryBudget) {
    self.inner = inner
    self.budget = budget
  }

  /// A picture that is kept whole is held as rows, turned and encoded at once.
  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    let kept = inner is PixelCollector ? 3 * layout.height * layout.bytesPerRow : 0
    reserved = workingBytes + kept
    if reserved > 0 { budget.acquire(reserved) }
    inner.begin(header, layout: layout, workingBytes: workingBytes)
  }

  mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    inner.row(y, samples)
  }

  /// Gives the memory back.
  mutating func release() {
    if reserved > 0 { budget.release(reserved) }
    reserved = 0
  }
}

/// A file in memory as the decoder reads it.
final class BytesStream: ByteStream {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    let count = min(buffer.count, bytes.count - place)
    for index in 0..<count { buffer[index] = bytes[place + index] }
    place += count
    return count
  }
}
