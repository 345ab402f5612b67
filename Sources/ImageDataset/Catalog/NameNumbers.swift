internal import ByteText

/// Numbers for names that recur in a million lines, found again without making a string of them.
struct NameNumbers {
  private(set) var names: [ByteString] = []
  private var numbers: [ByteString: Int32] = [:]
  /// The number last given to a name of some hash, or -1.
  private var recent = [Int32](repeating: -1, count: 1024)

  /// The number of a name; a new one for a new name.
  mutating func number(of name: ByteString) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// The number of the name that stands in a line.
  mutating func number(of range: Range<Int>, in line: Span<UInt8>) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(line[index])) &* 16_777_619 }
    let slot = Int(hash & 1023)
    if recent[slot] >= 0, isName(recent[slot], range, line) { return recent[slot] }
    recent[slot] = number(of: ByteString(line.array(range)))
    return recent[slot]
  }

  private func isName(_ number: Int32, _ range: Range<Int>, _ line: Span<UInt8>) -> Bool {
    guard names[Int(number)].count == range.count else { return false }
    for (index, byte) in names[Int(number)].bytes.enumerated()
    where line[range.lowerBound + index] != byte {
      return false
    }
    return true
  }
}
