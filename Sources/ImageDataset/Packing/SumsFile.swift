internal import ArchiveFormats
internal import ByteText

/// `SHA256SUMS`: a line for each other file of the archive, as sha256sum(1) checks it.
enum SumsFile {
  static let name: ByteString = "SHA256SUMS"

  /// The lines of images and of the texts beside them, sorted by name.
  static func text(of images: ArraySlice<PackPlan.Image>, _ texts: [ZipText]) -> [UInt8] {
    var lines = texts.map { (file: $0.name, sha256: sha256(of: $0.data)) }
    lines += images.map { (file: $0.file, sha256: $0.sha256) }
    lines.sort { $0.file < $1.file }
    var text: [UInt8] = []
    for (file, sha256) in lines { append(sha256, file, to: &text) }
    return text
  }

  private static func sha256(of data: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(data.span)
    return digest.finish()
  }

  /// The digests, as hex digits, by file name; lines that are none are passed over.
  static func sums(_ text: [UInt8]) -> [ByteString: ByteString] {
    var sums: [ByteString: ByteString] = [:]
    for line in text.split(separator: 0x0A) {
      let isEscaped = line.first == UInt8(ascii: "\\")
      let rest = isEscaped ? line.dropFirst() : line
      guard rest.count > 66 else { continue }
      let name = ByteString(rest.dropFirst(66))
      sums[isEscaped ? unescaped(name) : name] = ByteString(rest.prefix(64))
    }
    return sums
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

  /// One line; a name with a backslash is escaped as coreutils does, the line marked by one in front.
  static func line(_ sha256: [UInt8], _ file: ByteString) -> [UInt8] {
    var line: [UInt8] = []
    append(sha256, file, to: &line)
    return line
  }

  private static func append(_ sha256: [UInt8], _ file: ByteString, to text: inout [UInt8]) {
    let backslash = UInt8(ascii: "\\")
    let isEscaped = file.bytes.contains(backslash)
    if isEscaped { text.append(backslash) }
    text += Hexadecimal.encode(sha256).bytes
    text += [0x20, 0x20]
    text +=
      isEscaped
      ? file.bytes.flatMap { $0 == backslash ? [backslash, backslash] : [$0] } : file.bytes
    text.append(0x0A)
  }
}
