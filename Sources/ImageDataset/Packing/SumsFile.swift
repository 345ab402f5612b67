internal import ArchiveFormats
internal import ByteText

/// `SHA256SUMS`: a line for each other file of the archive, as sha256sum(1) checks it.
struct SumsFile: Sendable {
  static let name: ByteString = "SHA256SUMS"

  /// The texts beside the images, each with the index of the image that it stands before.
  private let texts: [(before: Int, name: ByteString, digest: SHA256Digest)]
  private let end: Int

  /// - Parameters:
  ///   - images: those of the archive, sorted by name.
  ///   - texts: the names and digests of the files beside them.
  init(_ images: ArraySlice<PackPlan.Image>, _ texts: [(name: ByteString, digest: SHA256Digest)]) {
    end = images.endIndex
    self.texts = texts.sorted { $0.name < $1.name }.map { text in
      (images.partition { text.name < $0.file }, text.name, text.digest)
    }
  }

  /// The lines of some of the images, and of the texts before each; the last images are followed by
  /// the texts behind them.
  func text(of images: ArraySlice<PackPlan.Image>) -> [UInt8] {
    var lines: [UInt8] = []
    var rest = texts.drop { $0.before < images.startIndex }
    for (index, image) in zip(images.indices, images) {
      while let text = rest.first, text.before == index {
        Self.append(text.digest, text.name, to: &lines)
        rest.removeFirst()
      }
      Self.append(image.digest, image.file, to: &lines)
    }
    guard images.endIndex == end else { return lines }
    for text in rest { Self.append(text.digest, text.name, to: &lines) }
    return lines
  }

  /// Appends a line; a name with a backslash is escaped as coreutils does, the line marked by one in
  /// front.
  static func append(_ digest: SHA256Digest, _ file: ByteString, to text: inout [UInt8]) {
    let backslash = UInt8(ascii: "\\")
    let isEscaped = file.bytes.contains(backslash)
    if isEscaped { text.append(backslash) }
    digest.append(to: &text)
    text.append("  ")
    text +=
      isEscaped
      ? file.bytes.flatMap { $0 == backslash ? [backslash, backslash] : [$0] } : file.bytes
    text.append(0x0A)
  }
}
