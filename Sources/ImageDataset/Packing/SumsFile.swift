internal import ArchiveFormats
internal import ByteText

/// `SHA256SUMS`: a line for each other file of the archive, as sha256sum(1) checks it.
enum SumsFile {
  static let name: ByteString = "SHA256SUMS"

  /// The file for images and the texts beside them.
  static func beside(_ images: ArraySlice<PackPlan.Image>, _ texts: [ZipText]) -> ZipText {
    ZipText(name: name, data: text(of: images, texts))
  }

  /// The lines of images, which are sorted by name, and of the texts beside them.
  static func text(of images: ArraySlice<PackPlan.Image>, _ texts: [ZipText]) -> [UInt8] {
    var lines: [UInt8] = []
    var rest = texts.sorted { $0.name < $1.name }[...]
    for image in images {
      while let text = rest.first, text.name < image.file {
        append(sha256(of: text.data), text.name, to: &lines)
        rest.removeFirst()
      }
      append(image.sha256, image.file, to: &lines)
    }
    for text in rest { append(sha256(of: text.data), text.name, to: &lines) }
    return lines
  }

  private static func sha256(of data: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(data.span)
    return digest.finish()
  }

  /// The digests, as lower-case hex digits, by file name; lines that are none are passed over.
  ///
  /// A name may begin with `./`, as it does in lists of what find(1) found.
  static func sums(_ text: [UInt8]) -> [ByteString: ByteString] {
    var sums: [ByteString: ByteString] = [:]
    for line in text.split(separator: 0x0A) {
      let isEscaped = line.first == UInt8(ascii: "\\")
      let rest = isEscaped ? line.dropFirst() : line
      guard rest.count > 66 else { continue }
      let text = ByteString(rest.dropFirst(66))
      let name = isEscaped ? unescaped(text) : text
      let file = name.hasPrefix("./") ? ByteString(name.bytes.dropFirst(2)) : name
      sums[file] = ByteString(rest.prefix(64)).asciiLowercased
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
    Hexadecimal.append(sha256, to: &text)
    text.append("  ")
    text +=
      isEscaped
      ? file.bytes.flatMap { $0 == backslash ? [backslash, backslash] : [$0] } : file.bytes
    text.append(0x0A)
  }
}
