internal import ImageAnalysis

/// Finds names of colours by their bytes, without making strings.
struct ColourWords: Sendable {
  static let all = ColourWords(ColourNames.all)

  /// The 16 bytes that a name is filled up to with zeros, and its place in ``ColourNames/all``.
  ///
  /// Where there is none the bytes are zeros, which no name is.
  private struct Word: Sendable {
    var text = SIMD2<UInt64>()
    var place: UInt8 = 0
  }

  /// Open addressing.
  private var table = [Word](repeating: Word(), count: 1 << bits)
  private static let bits = 8

  private init(_ words: [String]) {
    for (place, word) in words.enumerated() {
      let bytes = Array(word.utf8) + Array("\"".utf8) + [UInt8](repeating: 0, count: 16)
      var text: SIMD2<UInt64>?
      bytes.span.walk { text = $0.shortText() }
      guard let text else { continue }
      var slot = Self.slot(of: text)
      while table[slot].text != SIMD2() { slot = (slot + 1) % table.count }
      table[slot] = Word(text: text, place: UInt8(place))
    }
  }

  /// The place in ``ColourNames/all`` of a name.
  ///
  /// - Parameter text: as ``LineCursor/shortText()`` gives it.
  @inline(__always)
  func place(of text: SIMD2<UInt64>) -> UInt8? {
    var slot = Self.slot(of: text)
    while true {
      let word = table[slot]
      if word.text == text { return text == SIMD2() ? nil : word.place }
      if word.text == SIMD2() { return nil }
      slot = (slot + 1) % table.count
    }
  }

  @inline(__always)
  private static func slot(of text: SIMD2<UInt64>) -> Int {
    let mixed = (text.x ^ text.y &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}
