/// Decimal numbers as text, without a locale.
package enum Decimal {
  /// A number rounded half away from zero to at most `digits` decimals (0–9), without trailing
  /// zeros; `null` if it is not finite.
  package static func text(_ number: Double, digits: Int) -> String {
    var text: [UInt8] = []
    append(number, digits: digits, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what ``text(_:digits:)`` gives.
  package static func append(_ number: Double, digits: Int, to text: inout [UInt8]) {
    guard number.isFinite else { return text.append(contentsOf: "null".utf8) }
    let scale = (0..<digits).reduce(1.0) { value, _ in value * 10 }
    let scaled = (number.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return text.append(contentsOf: String(number).utf8) }
    if number < 0, scaled > 0 { text.append(UInt8(ascii: "-")) }
    var (place, units) = (Int(scale), Int(scaled))
    append(units / place, to: &text)
    units %= place
    if units > 0 { text.append(UInt8(ascii: ".")) }
    while units > 0 {
      place /= 10
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: units / place))
      units %= place
    }
  }

  /// Whether a text is one or more ASCII digits, however large the number.
  package static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Appends the digits of a whole number, without a string made of it.
  package static func append(_ number: Int, to text: inout [UInt8]) {
    if number < 0 { text.append(UInt8(ascii: "-")) }
    var power: UInt = 1
    var rest = number.magnitude
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  /// The whole number that ASCII digits spell, or nil: for another character, none, or overflow.
  package static func number(_ text: some Collection<UInt8>) -> Int? {
    number(spelledBy: Array(text))
  }

  /// The whole number that digits with a fraction or an exponent come to, exactly (RFC 8259, section 6);
  /// nil for anything else.
  static func wholeNumber(scientific text: ArraySlice<UInt8>) -> Int? {
    let mark = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
    var exponent = 0
    if mark < text.endIndex {
      var digits = text[mark...].dropFirst()
      let isNegative = digits.first == UInt8(ascii: "-")
      if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
      guard let number = number(digits), number < 100 else { return nil }
      exponent = isNegative ? -number : number
    }
    let parts = text[..<mark].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ isNumber($0) }) else { return nil }
    var digits = Array(parts.joined())
    exponent -= parts.count == 2 ? parts[1].count : 0
    while exponent < 0, digits.count > 1, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    guard digits.contains(where: { $0 != UInt8(ascii: "0") }) else { return 0 }
    guard exponent >= 0 else { return nil }
    return number(digits + Array(repeating: UInt8(ascii: "0"), count: exponent))
  }

  /// The arithmetic apart from the generic type, which other modules do not see through.
  private static func number(spelledBy digits: [UInt8]) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      let (tens, over) = number.multipliedReportingOverflow(by: 10)
      let (sum, beyond) = tens.addingReportingOverflow(Int(digit - 0x30))
      guard !over, !beyond else { return nil }
      number = sum
    }
    return number
  }
}
