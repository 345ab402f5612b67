/// A word of up to 16 bytes in three numbers: equal words, and no others, have equal keys.
///
/// Of eight bytes or more the first and the last eight, which may overlap, of fewer all.
struct WordKey: Hashable, Sendable {
  static let longest = 16

  let low: UInt64
  let high: UInt64
  let count: Int

  /// A place in a table of 2ⁿ.
  func slot(_ bits: Int) -> Int {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}

extension WordKey {
  /// The key of text; nil if it is too long.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let key = bytes.span.walk { $0.key(0..<bytes.count) }
    guard let key else { return nil }
    self = key
  }
}
