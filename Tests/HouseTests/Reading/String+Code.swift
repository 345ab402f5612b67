extension String {
  /// The text with spaces in place of comments and string literals; newlines stay where they are.
  ///
  /// Enough of Swift's and C's lexical structure for house rules: line and nested block comments,
  /// strings of one and of many lines, raw strings. An interpolation counts as part of its string.
  var withoutCommentsAndLiterals: String {
    var lexer = Lexer(Array(utf8))
    return lexer.blanked()
  }
}

private struct Lexer {
  private var bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func blanked() -> String {
    while place < bytes.count {
      if stands("//") {
        blank { $0.bytes[$0.place] == UInt8(ascii: "\n") }
      } else if stands("/*") {
        blankBlock()
      } else if let hashes = literalHashes {
        blankLiteral(hashes)
      } else {
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func stands(_ word: String) -> Bool {
    bytes[place...].starts(with: word.utf8)
  }

  /// The number of `#` before a quotation mark that begins here, or nil.
  private var literalHashes: Int? {
    let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }
    let quote = hashes.endIndex
    return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes.count : nil
  }

  private mutating func clear(_ count: Int) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] != UInt8(ascii: "\n") { bytes[place] = UInt8(ascii: " ") }
      place += 1
    }
  }

  private mutating func blank(until isEnd: (Lexer) -> Bool) {
    while place < bytes.count, !isEnd(self) { clear(1) }
  }

  private mutating func blankBlock() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        clear(2)
      } else if stands("*/") {
        depth -= 1
        clear(2)
      } else {
        clear(1)
      }
    } while depth > 0 && place < bytes.count
  }

  private mutating func blankLiteral(_ hashCount: Int) {
    let hashes = String(repeating: "#", count: hashCount)
    clear(hashCount)
    let quotes = stands("\"\"\"") ? "\"\"\"" : "\""
    clear(quotes.utf8.count)
    while place < bytes.count, !stands(quotes + hashes) {
      if quotes.utf8.count == 1, stands("\n") { return }
      clear(stands("\\" + hashes) ? 2 + hashCount : 1)
    }
    clear(quotes.utf8.count + hashCount)
  }
}
