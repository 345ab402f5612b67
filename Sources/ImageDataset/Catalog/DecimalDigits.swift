/// The decimal digits that eight bytes of text begin with, the first byte lowest, read all at once.
struct DecimalDigits {
  /// What the digits stand for, one a byte; those that follow them are of no meaning.
  private let digits: UInt64
  /// How many there are, 0 to 8.
  let count: Int

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  init(_ text: UInt64) {
    digits = text ^ Self.ones &* 0x30
    // A digit stays below 16 if six are added; what carries carries behind what is no digit.
    let others = (digits | (digits &+ Self.ones &* 6)) & (Self.ones &* 0xF0)
    count = others.trailingZeroBitCount / 8
  }

  /// The number that up to seven digits are.
  @inline(__always)
  var value: Int {
    // Shifted to the end, with zeros before them; then pairs, fours and eights are joined.
    let eight = (digits &<< 8) &<< UInt64(truncatingIfNeeded: 56 - 8 * count)
    let pairs = (eight &* 10 &+ eight >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// What up to four digits are behind a point, in ten-thousandths.
  @inline(__always)
  var tenThousandths: Int {
    let four = digits & ((1 as UInt64) &<< UInt64(truncatingIfNeeded: 8 * count) - 1)
    let pairs = (four &* 10 &+ four >> 8) & 0x00FF_00FF
    return Int(truncatingIfNeeded: (pairs &* 100 &+ pairs >> 16) & 0xFFFF)
  }
}
