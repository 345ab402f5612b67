package import ByteText

/// Text that is no JSON, and where it stops being it.
package struct JSONFault: Error, CustomStringConvertible {
  package let message: String
  package let offset: Int
  package let text: ByteString

  package var description: String { "\(message) at byte \(offset) of: \(text.displayed)" }
}

extension JSON {
  /// Reads one value by the letter of RFC 8259: valid UTF-8, no key twice, nothing behind it.
  ///
  /// Written apart from the product's own writer, so that each holds the other to the standard.
  package init(parsing text: ByteString) throws(JSONFault) {
    var parser = JSONParser(text: text)
    self = try parser.wholeText()
  }
}

/// Recursive descent over bytes.
private struct JSONParser {
  let text: ByteString
  private var place = 0

  init(text: ByteString) {
    self.text = text
  }

  mutating func wholeText() throws(JSONFault) -> JSON {
    guard text.isUTF8 else { throw fault("invalid UTF-8") }
    let value = try value()
    skipSpace()
    guard place == text.count else { throw fault("text behind the value") }
    return value
  }

  private func fault(_ message: String) -> JSONFault {
    JSONFault(message: message, offset: place, text: text)
  }

  private var next: UInt8? { place < text.count ? text.bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard ByteString(text.bytes[place...]).hasPrefix(ByteString(word.description)) else {
      return false
    }
    place += word.utf8CodeUnitCount
    return true
  }

  private mutating func value() throws(JSONFault) -> JSON {
    skipSpace()
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    default: return .number(try number())
    }
  }

  private mutating func elements() throws(JSONFault) -> [JSON] {
    place += 1
    skipSpace()
    if take("]") { return [] }
    var elements: [JSON] = []
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw fault("neither , nor ]") }
    }
  }

  private mutating func members() throws(JSONFault) -> [JSON.Member] {
    place += 1
    skipSpace()
    if take("}") { return [] }
    var members: [JSON.Member] = []
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("no key") }
      let key = try string()
      guard !members.contains(where: { $0.key == key }) else { throw fault("a key twice") }
      skipSpace()
      guard take(":") else { throw fault("no : behind the key") }
      members.append(JSON.Member(key: key, value: try value()))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw fault("neither , nor }") }
    }
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let spelling = String(decoding: text.bytes[start..<place], as: UTF8.self)
    guard let number = Double(spelling), number.isFinite else { throw fault("no number") }
    return number
  }

  private mutating func digits() throws(JSONFault) {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw fault("no digit") }
  }

  private mutating func string() throws(JSONFault) -> ByteString {
    place += 1
    var units: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return ByteString(units)
      case UInt8(ascii: "\\"): units += try escape()
      case 0..<0x20: throw fault("a control character in a string")
      default: units.append(byte)
      }
    }
    throw fault("a string without its end")
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard let letter = next else { throw fault("a string without its end") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw fault("an unknown escape")
    }
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), take("\\u") { units.append(try codeUnit()) }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw fault("half a surrogate pair")
    }
    return Array(text.utf8)
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    guard place + 4 <= text.count else { throw fault("no four hexadecimal digits") }
    var unit: UInt16 = 0
    for digit in text.bytes[place..<place + 4] {
      guard let value = Hexadecimal.value(of: digit) else {
        throw fault("no four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(value)
    }
    place += 4
    return unit
  }
}
