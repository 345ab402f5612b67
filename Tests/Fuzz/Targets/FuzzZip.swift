import ArchiveFormats

/// Every fault has words, and no entry gives more bytes than it says.
func fuzzZip(_ input: [UInt8]) {
  let reader = ZipReader(Bytes(input))
  require(reader.faults.allSatisfy { !$0.message.isEmpty }, "a fault says nothing")
  var left = 1 << 22
  for entry in reader.entries {
    let stream = reader.stream(entry)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var given: UInt64 = 0
    while left > 0 {
      var room = buffer.mutableSpan
      let count = stream.read(into: &room)
      guard count > 0 else {
        require(count == 0 || stream.fault != nil, "a failure without a fault")
        require(count != 0 || given == entry.size, "an entry is shorter than it says")
        break
      }
      given += UInt64(count)
      left -= count
      require(given <= entry.size, "an entry is longer than it says")
    }
  }
}

/// An archive in memory.
private final class Bytes: RandomAccessBytes {
  private let bytes: [UInt8]
  var count: UInt64 { UInt64(bytes.count) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(at offset: UInt64, into buffer: inout MutableSpan<UInt8>) -> Int {
    guard offset < count else { return 0 }
    let start = Int(offset)
    let taken = min(buffer.count, bytes.count - start)
    for index in 0..<taken { buffer[index] = bytes[start + index] }
    return taken
  }
}
