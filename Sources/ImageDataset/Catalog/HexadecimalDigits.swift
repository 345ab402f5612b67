/// Eight lower-case hex digits, the first in the lowest byte, read all at once.
struct HexadecimalDigits {
  /// 0 if that is what the bytes are.
  let faults: UInt64
  /// What each digit stands for.
  private let values: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  init(_ text: UInt64) {
    let tops = Self.ones &* 0x80
    let letters = text >> 6 & Self.ones
    // 0 to 24 in each byte: no sum below carries into the next.
    values = (text & (Self.ones &* 0x0F)) &+ letters &* 9
    let tooLarge = values &+ (Self.ones &* 0x76 &- letters &* 6)
    let tooSmall = (values | tops) &- letters &* 10
    faults =
      (text ^ (Self.ones &* 0x30 &+ values &+ letters &* 0x27))
      | (tooLarge | ~tooSmall) & tops
  }

  /// Their value, if there are no faults.
  @inline(__always)
  var value: UInt32 {
    let first = values.byteSwapped
    let pairs = (first | first >> 4) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: fours | fours >> 16)
  }
}
