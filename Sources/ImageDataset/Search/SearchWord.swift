internal import ByteText

/// A term before it is understood: its text without quotes and escapes, and where it stood.
struct SearchWord {
  private(set) var text: ByteString = ""
  /// For each byte of ``text`` its place in the argument, and behind them the place of the end.
  private(set) var places: [Int] = []
  /// The place in ``text`` of the first `:`, `<`, `>` or `=`, which tells a key from its value.
  private(set) var sign: Int?
  /// Whether ``sign`` is quoted or escaped, so that it may as well belong to words.
  private(set) var isSignKept = false
  /// How much of the text was quoted or escaped, or is followed by more: spaces up to there stay.
  private var kept = 0

  private static let signs: [UInt8] = Array(":<>=".utf8)

  /// Whether it begins with a `!` that is neither quoted nor escaped.
  private(set) var isNegated = false

  private init() {}

  /// The terms of an argument, parted by commas; spaces round them do not count, `\,` is a comma,
  /// `\u{202e}` the scalar of that number, and `"…"` holds anything.
  static func words(of argument: ByteString) throws(SearchFault) -> [SearchWord] {
    var words: [SearchWord] = []
    var word = SearchWord()
    var quote: Int?
    var index = 0
    let bytes = argument.bytes
    while index < bytes.count {
      let byte = bytes[index]
      if let (scalar, end) = Self.scalar(in: bytes, at: index) {
        for part in String(scalar).utf8 { word.keep(part, at: index) }
        index = end - 1
      } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        word.keep(bytes[index], at: index - 1)
      } else if byte == UInt8(ascii: "\"") {
        quote = quote == nil ? index : nil
        word.kept = word.text.count
      } else if quote != nil {
        word.keep(byte, at: index)
      } else if byte == UInt8(ascii: ",") {
        words.append(try word.ended(in: argument, at: index))
        word = SearchWord()
      } else if byte != UInt8(ascii: " ") || !word.text.isEmpty {
        word.append(byte, at: index)
      }
      index += 1
    }
    if let quote {
      throw SearchFault(argument: argument, offset: quote, message: "the quote never closes")
    }
    return words + [try word.ended(in: argument, at: index)]
  }

  /// The scalar that `\u{…}`, one to six hex digits, stands for at an offset, and where that ends.
  private static func scalar(
    in bytes: [UInt8], at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let rest = bytes[start...]
    guard rest.starts(with: Array("\\u{".utf8)),
      let end = rest.firstIndex(of: UInt8(ascii: "}")), (4...9).contains(end - start),
      let number: UInt32 = Hexadecimal.number(
        ByteString(bytes[(start + 3)..<end]).asciiLowercased.bytes),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (scalar, end + 1)
  }

  private mutating func append(_ byte: UInt8, at place: Int, isKept: Bool = false) {
    if sign == nil, Self.signs.contains(byte) { (sign, isSignKept) = (text.count, isKept) }
    if text.isEmpty { isNegated = byte == UInt8(ascii: "!") && !isKept }
    text.append(byte)
    places.append(place)
  }

  private mutating func keep(_ byte: UInt8, at place: Int) {
    append(byte, at: place, isKept: true)
    kept = text.count
  }

  /// The word without spaces at its end.
  private func ended(
    in argument: ByteString, at end: Int
  ) throws(SearchFault) -> SearchWord {
    var word = self
    while word.text.count > kept, word.text.bytes.last == UInt8(ascii: " ") {
      word.text.bytes.removeLast()
      word.places.removeLast()
    }
    guard !word.text.isEmpty else {
      throw SearchFault(argument: argument, offset: end, message: "a term is missing")
    }
    word.places.append(end)
    return word
  }
}
