/// A view of bytes that reads ahead, for records that follow one another.
struct ByteWindow {
  private let source: any RandomAccessBytes
  private let capacity: Int
  private var start: UInt64 = 0
  private var bytes: [UInt8] = []

  /// A view that reads `capacity` bytes at a time, more only when more are asked for at once.
  init(_ source: any RandomAccessBytes, capacity: Int) {
    self.source = source
    self.capacity = capacity
  }

  /// The `count` bytes from `offset`, which lie within the source.
  mutating func read(_ count: Int, at offset: UInt64) throws(ArchiveFault) -> ArraySlice<UInt8> {
    if offset < start || offset + UInt64(count) > start + UInt64(bytes.count) {
      try fill(atLeast: count, at: offset)
    }
    let first = Int(offset - start)
    return bytes[first..<first + count]
  }

  private mutating func fill(atLeast count: Int, at offset: UInt64) throws(ArchiveFault) {
    let wanted = Int(min(UInt64(max(count, capacity)), source.count - offset))
    if bytes.count != wanted { bytes = [UInt8](repeating: 0, count: wanted) }
    start = offset
    let source = source
    var filled = 0
    while filled < wanted {
      var span = bytes.mutableSpan
      var rest = span._mutatingExtracting(filled...)
      let got = source.read(at: offset + UInt64(filled), into: &rest)
      guard got > 0 else {
        bytes = []
        let place = "byte \(offset + UInt64(filled))"
        throw got < 0
          ? ArchiveFault(code: .readFailed, entry: nil, message: "cannot read at \(place)")
          : ArchiveFault(code: .badArchive, entry: nil, message: "the file ends early, at \(place)")
      }
      filled += got
    }
  }
}
