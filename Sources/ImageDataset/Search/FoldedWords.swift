internal import ByteText

/// The words of a text, their case folded.
///
/// A word is a run of letters, marks and digits; everything else parts words, the underscore too. An
/// ideograph or hiragana is a word of its own (as in Unicode Standard Annex #29, section 4), so that
/// scripts without spaces can be searched. Words are equal when they are so after full case folding
/// and canonical equivalence: `STRASSE` is `straße`, NFC is NFD.
struct FoldedWords: Sendable {
  private let words: [String]
  /// The same in bytes, if all of it is ASCII.
  private let ascii: [[UInt8]]?

  init(of text: ByteString) {
    words = Self.words(of: text)
    let isASCII = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    ascii = isASCII ? words.map { Array($0.utf8) } : nil
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a text holds these words one behind the other.
  func stands(in text: ByteString) -> Bool {
    guard !words.isEmpty else { return false }
    if text.bytes.allSatisfy({ $0 < 0x80 }) { return ascii.map { stands($0, in: text) } ?? false }
    let others = Self.words(of: text)
    guard others.count >= words.count else { return false }
    return (0...others.count - words.count).contains { start in
      zip(words, others[start...]).allSatisfy { $0 == $1 }
    }
  }

  /// The same for ASCII, without making strings: a million names are looked through.
  private func stands(_ words: [[UInt8]], in text: ByteString) -> Bool {
    var start = 0
    while let word = Self.asciiWord(in: text.bytes, from: start) {
      var place = word
      var matched = 0
      while matched < words.count, Self.isWord(words[matched], at: place, in: text.bytes) {
        matched += 1
        guard let next = Self.asciiWord(in: text.bytes, from: place.upperBound) else { break }
        place = next
      }
      if matched == words.count { return true }
      start = word.upperBound
    }
    return false
  }

  private static func asciiWord(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = bytes[start...].firstIndex(where: isLetterOrDigit) else { return nil }
    return first..<(bytes[first...].firstIndex { !isLetterOrDigit($0) } ?? bytes.count)
  }

  private static func isWord(_ word: [UInt8], at place: Range<Int>, in bytes: [UInt8]) -> Bool {
    word.count == place.count
      && zip(word, bytes[place]).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func words(of text: ByteString) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.displayed.unicodeScalars {
      let isAlone = scalar.properties.isIdeographic || (0x3041...0x309F).contains(scalar.value)
      if isAlone || !isPartOfWord(scalar) {
        if !word.isEmpty { words.append(folded(String(word))) }
        word.removeAll()
      }
      if isAlone {
        words.append(String(scalar))
      } else if isPartOfWord(scalar) {
        word.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [folded(String(word))]
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      scalar != "\u{FFFD}"
    default: false
    }
  }

  /// Upper case first, so that letters that only have one in several letters are equal to those.
  private static func folded(_ word: String) -> String {
    word.uppercased().lowercased()
  }
}
