import ByteText

/// Numbers as people read them; the same in every locale.
enum Quantity {
  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1 image`, `2,000 images`; `plural` where an s will not do.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `999 B`, `1.0 kB`, `12.3 MB`: decimal units (SI), rounded to one decimal.
  static func bytes(_ number: Int) -> String {
    guard number.magnitude >= 1_000 else { return "\(number) B" }
    var tenths = Double(number) / 100
    var unit = 0
    while tenths.magnitude.rounded() >= 10_000, unit < units.count - 1 {
      tenths /= 1_000
      unit += 1
    }
    let rounded = Int(tenths.magnitude.rounded())
    return "\(number < 0 ? "-" : "")\(grouped(rounded / 10)).\(rounded % 10) \(units[unit])"
  }

  /// A rate: whole from 10 on, else with one decimal.
  static func rate(_ number: Double) -> String {
    number >= 9.95
      ? grouped(Int(min(number, 1e15).rounded())) : Decimal.text(number, digits: 1)
  }

  /// Seconds as `0:07`, `12:34` or `1:02:03`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    let rest = two(seconds % 60)
    return hours > 0 ? "\(grouped(hours)):\(two(minutes)):\(rest)" : "\(minutes):\(rest)"
  }

  /// A share as `41.5%`.
  static func percent(_ share: Double) -> String {
    Decimal.text(share * 100, digits: 1) + "%"
  }

  private static let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
}
