/// A string of bytes: a file name, path, class, id or line, whatever its encoding.
///
/// Swift's `String` equates NFC with NFD and repairs what is no UTF-8, so two different files would
/// become one. A `ByteString` is compared, hashed and sorted byte by byte, which for UTF-8 is the
/// order of code points and of Python's `sorted()`.
package struct ByteString: Hashable, Sendable {
  /// The bytes, without a terminating NUL.
  package var bytes: [UInt8]

  /// Makes a string of these bytes.
  package init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Makes a string of these bytes, without asking the generic initialiser in its own module.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Makes a string of the UTF-8 of some text.
  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Makes an empty string.
  package init() {
    bytes = []
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var count: Int { bytes.count }

  package mutating func append(_ other: ByteString) {
    bytes.append(contentsOf: other.bytes)
  }

  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  package static func + (left: ByteString, right: ByteString) -> ByteString {
    ByteString(left.bytes + right.bytes)
  }

  package func hasPrefix(_ prefix: ByteString) -> Bool {
    bytes.starts(with: prefix.bytes)
  }

  package func hasSuffix(_ suffix: ByteString) -> Bool {
    bytes.count >= suffix.count && bytes[(bytes.count - suffix.count)...] == suffix.bytes[...]
  }

  /// The parts between separators, empty ones included: n separators give n + 1 parts.
  package func split(on separator: UInt8) -> [ByteString] {
    bytes.split(separator: separator, omittingEmptySubsequences: false).map { ByteString($0) }
  }

  /// The same bytes with `A`–`Z` as `a`–`z`; all other bytes stay.
  package var asciiLowercased: ByteString {
    ByteString(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// The text, with U+FFFD in place of what is no UTF-8: for people, never for comparing.
  package var displayed: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the bytes are valid UTF-8.
  package var isUTF8: Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }
}

extension ByteString: Comparable {
  package static func < (left: ByteString, right: ByteString) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension ByteString: ExpressibleByStringLiteral {
  package init(stringLiteral text: StaticString) {
    self.init(text.description)
  }
}
