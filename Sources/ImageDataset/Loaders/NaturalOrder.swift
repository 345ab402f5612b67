internal import ByteText

/// The order in which people count: digits by their number, letters without regard to case.
///
/// As timm's `natural_key`: the lower-case name is cut into runs of digits (Unicode's decimal ones) and
/// of other characters, which are compared in turn.
enum NaturalOrder {
  enum Part: Hashable, Comparable {
    /// Other characters, by code point.
    case text([UInt32])
    /// Digits, as the text of the number without leading zeros.
    case number([UInt8])

    static func < (left: Part, right: Part) -> Bool {
      switch (left, right) {
      case (.text(let one), .text(let other)):
        one.lexicographicallyPrecedes(other)
      case (.number(let one), .number(let other)):
        one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
      case (.text, .number): true
      case (.number, .text): false
      }
    }
  }

  static func sorted(_ names: Set<ByteString>) -> [ByteString] {
    let keyed = names.map { (key: key($0), name: $0) }
    return keyed.sorted { one, other in
      if one.key == other.key { return one.name < other.name }
      return one.key.lexicographicallyPrecedes(other.key)
    }.map(\.name)
  }

  /// The runs: text first, then digits and text in turn.
  static func key(_ name: ByteString) -> [Part] {
    var parts: [Part] = []
    var text: [UInt32] = []
    var digits: [UInt8]?
    for scalar in name.displayed.lowercased().unicodeScalars {
      if let digit = decimalDigit(scalar) {
        if digits == nil {
          parts.append(.text(text))
          text = []
        }
        digits = (digits ?? []) + [digit]
      } else {
        if let run = digits { parts.append(.number(Array(run.drop { $0 == 0 }))) }
        digits = nil
        text.append(scalar.value)
      }
    }
    if let run = digits { parts.append(.number(Array(run.drop { $0 == 0 }))) }
    return parts + [.text(text)]
  }

  /// Whether a run is nothing but digits that Python's `isdigit` knows and `int` refuses, like `²`.
  static func isUnreadable(_ name: ByteString) -> Bool {
    let runs = name.displayed.lowercased().unicodeScalars.split { decimalDigit($0) != nil }
    return runs.contains { run in
      run.allSatisfy { $0.properties.numericType == .digit }
    }
  }

  private static func decimalDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }
}
