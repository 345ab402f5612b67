/// Reads a size as people write it.
package enum ByteCount {
  private static let units: [(name: ByteString, bytes: Int)] = [
    ("", 1), ("b", 1), ("kb", 1_000), ("mb", 1_000_000), ("gb", 1_000_000_000),
    ("tb", 1_000_000_000_000), ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30),
    ("tib", 1 << 40),
  ]

  /// The bytes that a whole number and a unit make: `500MB`, `1GiB`, `4096`, in either case; nil for
  /// other words, 0, or more than a file can have.
  package static func read(_ text: ByteString) -> Int? {
    let digits = text.bytes.prefix { (0x30...0x39).contains($0) }
    let unit = ByteString(text.bytes.dropFirst(digits.count)).asciiLowercased
    guard let number = Decimal.number(digits), number > 0,
      let bytes = units.first(where: { $0.name == unit })?.bytes
    else { return nil }
    let (product, overflows) = number.multipliedReportingOverflow(by: bytes)
    return overflows ? nil : product
  }
}
