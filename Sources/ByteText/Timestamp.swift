/// An instant in whole seconds since 1970-01-01T00:00:00Z, and its RFC 3339 text.
package struct Timestamp: Hashable, Comparable, Sendable {
  package var seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  /// Year, month 1–12, day 1–31, hour, minute and second in UTC.
  package var calendar: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let days = remainder < 0 ? quotient - 1 : quotient
    let rest = remainder < 0 ? remainder + 86_400 : remainder
    // Civil from days: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (year, month, day, rest / 3_600, rest / 60 % 60, rest % 60)
  }

  /// The instant of a date and time of day in UTC.
  package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// `2026-01-31T23:59:59Z`.
  package var text: ByteString {
    let c = calendar
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return ByteString(
      "\(padded(c.year, 4))-\(padded(c.month, 2))-\(padded(c.day, 2))"
        + "T\(padded(c.hour, 2)):\(padded(c.minute, 2)):\(padded(c.second, 2))Z")
  }

  /// The instant of a date (`2026-01-31`, its first second in UTC) or an RFC 3339 date and time, with
  /// `Z` or an offset, fractions of a second dropped; nil for anything else.
  package init?(_ text: ByteString) {
    let bytes = text.bytes
    func number(_ range: Range<Int>) -> Int? {
      range.upperBound <= bytes.count ? Decimal.number(bytes[range]) : nil
    }
    func stands(_ character: Unicode.Scalar, at place: Int) -> Bool {
      place < bytes.count && bytes[place] == UInt8(ascii: character)
    }
    guard let year = number(0..<4), stands("-", at: 4), let month = number(5..<7),
      stands("-", at: 7), let day = number(8..<10),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let midnight = Timestamp(year: year, month: month, day: day)
    guard midnight.calendar.day == day else { return nil }
    guard bytes.count > 10 else {
      self = midnight
      return
    }
    guard stands("T", at: 10) || stands("t", at: 10) || stands(" ", at: 10),
      let hour = number(11..<13), stands(":", at: 13), let minute = number(14..<16),
      stands(":", at: 16), let second = number(17..<19), hour < 24, minute < 60, second < 61
    else { return nil }
    var place = 19
    if stands(".", at: place) {
      let digits = bytes[(place + 1)...].prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      place = digits.endIndex
    }
    let offset: Int
    if stands("Z", at: place) || stands("z", at: place), place + 1 == bytes.count {
      offset = 0
    } else if stands("+", at: place) || stands("-", at: place), place + 6 == bytes.count,
      let hours = number(place + 1..<place + 3), stands(":", at: place + 3),
      let minutes = number(place + 4..<place + 6), hours < 24, minutes < 60
    {
      offset = (hours * 3_600 + minutes * 60) * (stands("-", at: place) ? -1 : 1)
    } else {
      return nil
    }
    seconds = midnight.seconds + hour * 3_600 + minute * 60 + second - offset
  }
}
