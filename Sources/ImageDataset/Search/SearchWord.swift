internal import ByteText

/// A term before it is understood: its text without quotes and escapes, and where it began.
struct SearchWord {
  var text: ByteString = ""
  var offset: Int
  /// How much of the text was quoted or escaped, or is followed by more: spaces up to there stay.
  private var kept = 0

  private init(offset: Int) {
    self.offset = offset
  }

  /// The terms of an argument, parted by commas; spaces round them do not count, `\,` is a comma
  /// and `"…"` holds anything.
  static func words(of argument: ByteString) throws(SearchFault) -> [SearchWord] {
    var words: [SearchWord] = []
    var word = SearchWord(offset: 0)
    var quote: Int?
    var index = 0
    let bytes = argument.bytes
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        word.keep(bytes[index])
      } else if byte == UInt8(ascii: "\"") {
        quote = quote == nil ? index : nil
        word.kept = word.text.count
      } else if quote != nil {
        word.keep(byte)
      } else if byte == UInt8(ascii: ",") {
        words.append(try word.trimmed(in: argument, at: index))
        word = SearchWord(offset: index + 1)
      } else if byte != UInt8(ascii: " ") || !word.text.isEmpty {
        word.text.append(byte)
      } else {
        word.offset = index + 1
      }
      index += 1
    }
    if let quote {
      throw SearchFault(argument: argument, offset: quote, message: "the quote never closes")
    }
    return words + [try word.trimmed(in: argument, at: index)]
  }

  private mutating func keep(_ byte: UInt8) {
    text.append(byte)
    kept = text.count
  }

  /// The word without spaces at its end.
  private func trimmed(
    in argument: ByteString, at end: Int
  ) throws(SearchFault) -> SearchWord {
    var word = self
    while word.text.count > kept, word.text.bytes.last == UInt8(ascii: " ") {
      word.text.bytes.removeLast()
    }
    guard !word.text.isEmpty else {
      throw SearchFault(argument: argument, offset: end, message: "a term is missing")
    }
    return word
  }
}
