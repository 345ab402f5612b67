/// Reads a table of comma-separated values (RFC 4180) row by row, as bytes.
///
/// A byte order mark is skipped, lines may end in LF, CRLF or CR, and the last one may lack its end.
/// Quoted fields hold commas, line ends and doubled quotes. Empty lines are passed over.
package struct CSVReader {
  private let bytes: [UInt8]
  private var cursor = 0
  private var line = 1

  /// A row: its fields, and the line (from 1) on which it begins.
  package struct Row: Sendable, Equatable {
    package let line: Int
    package let fields: [ByteString]
  }

  /// What is wrong with a table, and on which line.
  package struct Fault: Error, Equatable {
    package let line: Int
    package let message: String
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
  }

  /// The next row, or nil at the end.
  ///
  /// - Throws: ``Fault`` for a quote that never closes or is followed by text.
  package mutating func next() throws(Fault) -> Row? {
    while cursor < bytes.count, isLineEnd(bytes[cursor]) { endLine() }
    guard cursor < bytes.count else { return nil }
    let start = line
    var fields: [ByteString] = []
    while true {
      fields.append(try field())
      guard cursor < bytes.count else { break }
      if isLineEnd(bytes[cursor]) {
        endLine()
        break
      }
      cursor += 1
    }
    return Row(line: start, fields: fields)
  }

  private mutating func field() throws(Fault) -> ByteString {
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\"") else {
      let start = cursor
      while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ","), !isLineEnd(bytes[cursor]) {
        cursor += 1
      }
      return ByteString(bytes[start..<cursor])
    }
    let opening = line
    var text = ByteString()
    cursor += 1
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte != UInt8(ascii: "\"") {
        if isLineEnd(byte) {
          let start = cursor
          endLine()
          text.bytes += bytes[start..<cursor]
        } else {
          text.append(byte)
          cursor += 1
        }
      } else if cursor + 1 < bytes.count, bytes[cursor + 1] == UInt8(ascii: "\"") {
        text.append(byte)
        cursor += 2
      } else {
        cursor += 1
        guard
          cursor == bytes.count || bytes[cursor] == UInt8(ascii: ",") || isLineEnd(bytes[cursor])
        else { throw Fault(line: line, message: "text follows a closing quote") }
        return text
      }
    }
    throw Fault(line: opening, message: "a quote never closes")
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }

  private mutating func endLine() {
    let isPair = bytes[cursor] == 0x0D && cursor + 1 < bytes.count && bytes[cursor + 1] == 0x0A
    cursor += isPair ? 2 : 1
    line += 1
  }
}
