internal import ByteText

/// A condition on a number or an instant of an image, as `width>=512` or `added<2026-01-01`.
struct Comparison: Sendable {
  /// What is compared.
  enum Measure: String, CaseIterable, Sendable {
    case width, height, bytes, orientation, added
  }

  /// How it is compared.
  enum Sign: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  private let measure: Measure
  private let sign: Sign
  /// The values that count as equal: one number, or the seconds of a day or of one second.
  private let equals: Range<Int>

  /// Reads the value of a measure.
  ///
  /// - Returns: nil if it is no whole number, of `bytes` no size such as `1MB`, of `added` no date or
  ///   time (RFC 3339).
  init?(_ measure: Measure, _ sign: Sign, _ value: ByteString) {
    self.measure = measure
    self.sign = sign
    if measure == .added {
      guard let period = Timestamp.period(value) else { return nil }
      equals = period
    } else {
      let size = measure == .bytes ? ByteCount.read(value) : nil
      // No image has as much as overflows: none equals it, and all are below.
      let huge: Int? = Decimal.isNumber(value.bytes) ? .max : nil
      guard let number = Decimal.number(value.bytes) ?? size ?? huge else { return nil }
      equals = number..<(number == .max ? .max : number + 1)
    }
  }

  func fits(_ record: ImageRecord) -> Bool {
    let value =
      switch measure {
      case .width: record.facts.width
      case .height: record.facts.height
      case .bytes: record.facts.bytes
      case .orientation: record.facts.orientation
      case .added: record.added.seconds
      }
    return fits(value)
  }

  /// The same of a line that was read quickly.
  func fits(_ facts: QuickFacts) -> Bool {
    let value =
      switch measure {
      case .width: facts.width
      case .height: facts.height
      case .bytes: facts.head.bytes
      case .orientation: facts.orientation
      case .added: facts.seconds
      }
    return fits(value)
  }

  private func fits(_ value: Int) -> Bool {
    switch sign {
    case .atLeast: value >= equals.lowerBound
    case .atMost: value < equals.upperBound
    case .above: value >= equals.upperBound
    case .below: value < equals.lowerBound
    case .equal: equals.contains(value)
    }
  }
}
