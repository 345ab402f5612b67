internal import ByteText

/// What a `SHA256SUMS` says, as sha256sum(1) reads it.
struct SumsList {
  /// The digests, as lower-case hex digits, by file name.
  private(set) var sums: [ByteString: ByteString] = [:]
  /// The number, from 1, of the first line that is no sum; sha256sum(1) fails on it if asked to be strict.
  private(set) var badLine: Int?

  /// Reads lines of 64 hex digits, a space, a space or `*`, and a name, or `SHA256 (NAME) = DIGITS`; empty
  /// ones and those that begin with `#` are passed over.
  ///
  /// A name may begin with `./`, as it does in lists of what find(1) found.
  init(_ text: [UInt8]) {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, whole) in lines.enumerated() {
      let line = whole.last == 0x0D ? whole.dropLast() : whole
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      guard let (digits, name) = Self.sum(line) else {
        badLine = badLine ?? index + 1
        continue
      }
      sums[name.hasPrefix("./") ? ByteString(name.bytes.dropFirst(2)) : name] = digits
    }
  }

  private static func sum(_ line: ArraySlice<UInt8>) -> (digits: ByteString, name: ByteString)? {
    let isEscaped = line.first == UInt8(ascii: "\\")
    let rest = isEscaped ? line.dropFirst() : line
    let mark = ByteString(rest.dropFirst(64).prefix(2))
    let digits: ArraySlice<UInt8>
    let name: ArraySlice<UInt8>
    if rest.starts(with: "SHA256 (".utf8), ByteString(rest.dropLast(64)).hasSuffix(") = ") {
      digits = rest.suffix(64)
      name = rest.dropFirst(8).dropLast(68)
    } else {
      guard mark.hasPrefix(" ") else { return nil }
      digits = rest.prefix(64)
      name = rest.dropFirst(mark == "  " || mark == " *" ? 66 : 65)
    }
    let text = ByteString(digits).asciiLowercased
    guard !name.isEmpty, Hexadecimal.decode(text.bytes) != nil else { return nil }
    return (text, isEscaped ? unescaped(ByteString(name)) : ByteString(name))
  }

  private static func unescaped(_ name: ByteString) -> ByteString {
    var text = ByteString()
    var isEscape = false
    for byte in name.bytes {
      if byte == UInt8(ascii: "\\"), !isEscape {
        isEscape = true
      } else {
        text.append(isEscape && byte == UInt8(ascii: "n") ? 0x0A : byte)
        isEscape = false
      }
    }
    return text
  }
}
