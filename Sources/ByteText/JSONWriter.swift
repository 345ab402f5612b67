/// Writes one JSON value (RFC 8259) as bytes, keys in the order they are given.
///
/// Two calls describe an object: `writer.object { $0.member("id", id) }`. Text that is no UTF-8 is
/// written with U+FFFD; ``member(_:bytes:)`` adds the exact bytes in a second key. What would steer a
/// terminal or turn the direction of text is escaped, since JSON may be shown on one.
package struct JSONWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Writes an object whose members the closure adds.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest("{", "}", members)
  }

  /// Writes an array whose elements the closure adds.
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest("[", "]", elements)
  }

  /// Ends a line after a value, so that another may follow.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Adds a member whose value the closure writes; the key is a plain word.
  package mutating func member(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
    begin(key)
    value(&self)
    needsComma = true
  }

  private mutating func begin(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(key)
    bytes.append("\":")
    needsComma = false
  }

  /// Adds a member whose key is data (a class description, say).
  package mutating func member(named key: ByteString, _ value: (inout JSONWriter) -> Void) {
    separate()
    quote(key.isUTF8 ? key.bytes : Array(key.displayed.utf8))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
    needsComma = true
  }

  package mutating func member(_ key: StaticString, _ text: ByteString) {
    begin(key)
    value(text)
  }

  package mutating func member(_ key: StaticString, _ number: Int) {
    begin(key)
    value(number)
  }

  package mutating func member(_ key: StaticString, _ number: some BinaryInteger) {
    member(key) { $0.value(number) }
  }

  package mutating func member(_ key: StaticString, _ number: Double, digits: Int) {
    member(key) { $0.value(number, digits: digits) }
  }

  package mutating func member(_ key: StaticString, _ truth: Bool) {
    member(key) { $0.value(truth) }
  }

  /// Adds text under a key and, when it is no UTF-8, its bytes under `KEY_base64`.
  package mutating func member(_ key: StaticString, bytes text: ByteString) {
    member(key, text)
    guard !text.isUTF8 else { return }
    member(named: ByteString(key.description + "_base64")) { $0.value(Base64.encode(text)) }
  }

  package mutating func value(_ text: ByteString) {
    separate()
    quote(text.isUTF8 ? text.bytes : Array(text.displayed.utf8))
  }

  package mutating func value(_ number: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  package mutating func value(_ number: Int) {
    separate()
    Decimal.append(number, to: &bytes)
  }

  package mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// Writes a number rounded to so many decimals, zeros at the end left out; `null` if not finite.
  package mutating func value(_ number: Double, digits: Int) {
    separate()
    Decimal.append(number, digits: digits, to: &bytes)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Inserts a value that is JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func nest(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, Self.isPlain(text[end]) { end += 1 }
      bytes.append(text.span.extracting(index..<end))
      index = end < text.count ? end + quoteSpecial(text, at: end) : end
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself whatever follows it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: false
    default: true
    }
  }

  /// Writes what begins with a byte that may have to be escaped; returns its length.
  private mutating func quoteSpecial(_ text: [UInt8], at index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [0x5C, byte]
    case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
    case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
    case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
    case 0..<0x20, 0x7F: escape(UInt16(byte))
    default:
      guard let (scalar, count) = Unicode.Scalar.steering(in: text, at: index) else {
        bytes.append(byte)
        return 1
      }
      escape(UInt16(scalar.value))
      return count
    }
    return 1
  }

  private mutating func escape(_ unit: UInt16) {
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: Hexadecimal.encode(unit).bytes)
  }
}
