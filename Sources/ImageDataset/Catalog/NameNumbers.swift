internal import ByteText

/// Numbers for names that recur in a million lines, found again without making a string of them.
struct NameNumbers {
  private(set) var names: [ByteString] = []
  /// The numbers of short names, by their keys, and of the others.
  private var short: [WordKey: Int32] = [:]
  private var long: [ByteString: Int32] = [:]
  /// The short names met last, by their keys' slots.
  private var recent = [(key: WordKey, number: Int32)?](repeating: nil, count: 1 << bits)
  private static let bits = 10

  /// The number of a name that has one.
  func known(_ name: ByteString) -> Int32? {
    guard let key = Self.key(of: name) else { return long[name] }
    return short[key]
  }

  /// The number of a name; a new one for a new name.
  mutating func number(of name: ByteString) -> Int32 {
    if let number = known(name) { return number }
    let number = Int32(names.count)
    names.append(name)
    if let key = Self.key(of: name) { short[key] = number } else { long[name] = number }
    return number
  }

  /// The number of the name that stands in a line.
  mutating func number(of range: Range<Int>, in line: Span<UInt8>) -> Int32 {
    guard let key = line.walk({ $0.key(range) }) else {
      return number(of: ByteString(line.array(range)))
    }
    let slot = key.slot(Self.bits)
    if let (known, number) = recent[slot], known == key { return number }
    let number = short[key] ?? number(of: ByteString(line.array(range)))
    recent[slot] = (key, number)
    return number
  }

  private static func key(of name: ByteString) -> WordKey? {
    name.bytes.span.walk { $0.key(0..<name.count) }
  }
}
