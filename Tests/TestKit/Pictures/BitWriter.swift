/// Gathers bits into bytes, most significant first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending = 0
  private var count = 0

  /// Adds the low `count` bits of a number.
  mutating func write(_ bits: Int, count width: Int) {
    for place in stride(from: width - 1, through: 0, by: -1) {
      pending = pending << 1 | (bits >> place & 1)
      count += 1
      if count == 8 { flush() }
    }
  }

  /// All bytes, the last filled up with one kind of bit.
  func padded(with bit: Int) -> [UInt8] {
    var copy = self
    while copy.count != 0 { copy.write(bit, count: 1) }
    return copy.bytes
  }

  private mutating func flush() {
    bytes.append(UInt8(pending))
    pending = 0
    count = 0
  }
}
