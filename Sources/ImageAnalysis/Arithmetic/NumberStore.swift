/// Numbers as bytes, least significant first, for what is kept between runs.
struct NumberWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: about how many bytes there will be.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Writes how many numbers there are, then each.
  mutating func write(_ numbers: [Float]) {
    write(numbers.count)
    for number in numbers {
      let bits = number.bitPattern
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 24))
    }
  }
}

/// Reads what ``NumberWriter`` wrote; what is not there reads as nil.
struct NumberReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() -> Int? {
    guard bytes.count - place >= 8 else { return nil }
    defer { place += 8 }
    return Int(
      truncatingIfNeeded: (0..<8).reduce(0 as UInt64) {
        $0 | UInt64(bytes[place + $1]) << UInt64($1 * 8)
      })
  }

  /// Numbers behind their count; nil unless they are as many as expected, if that is told.
  mutating func numbers(_ expected: Int? = nil) -> [Float]? {
    guard let count = number(), count >= 0, count <= (bytes.count - place) / 4,
      expected.map({ $0 == count }) ?? true
    else { return nil }
    defer { place += count * 4 }
    let span = bytes.span
    var numbers = [Float](repeating: 0, count: count)
    for index in 0..<count {
      let first = place + index * 4
      let low = UInt32(span[first]) | UInt32(span[first + 1]) << 8
      let high = UInt32(span[first + 2]) | UInt32(span[first + 3]) << 8
      numbers[index] = Float(bitPattern: low | high << 16)
    }
    return numbers
  }
}
