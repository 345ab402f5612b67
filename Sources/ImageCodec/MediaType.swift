/// The MIME type of a file, told from what it holds, never from what it is called.
///
/// It serves two answers on a file that is refused: what the file is, in the words of `file
/// --mime-type`, and whether it is a picture of a kind that is not taken or no picture at all.
package struct MediaType: Sendable, Hashable {
  /// The type's name, such as `image/gif`.
  package let name: String
  /// Whether the type is one of still or animated pictures, of samples or of drawing instructions.
  package let isImage: Bool

  /// A type that counts as a picture if its name begins `image/`, or if the caller knows better.
  init(_ name: String, isImage: Bool? = nil) {
    self.name = name
    self.isImage = isImage ?? name.utf8.starts(with: "image/".utf8)
  }
}

extension MediaType {
  static let jpeg = MediaType("image/jpeg")
  static let png = MediaType("image/png")
  static let empty = MediaType("inode/x-empty")
  static let octetStream = MediaType("application/octet-stream")
}

/// Tells a file's MIME type from its first bytes.
///
/// The two kinds that are taken come first, as they are nearly all that is ever asked of; then
/// formats with a signature, the most telling first; then those known by a few plausible header
/// fields; then text by its words; and `application/octet-stream` for the rest. Names follow
/// `file` 5.44, except for picture formats that it knows but has no MIME type for. Nothing is read
/// outside `prefix`, and the work is linear in its length.
/// - Parameters:
///   - prefix: The file's first 64 KiB, or all of it if it is shorter.
///   - isWhole: Whether `prefix` is all of the file.
/// - Returns: The type; there is always one.
package func detectMediaType(_ prefix: Span<UInt8>, isWhole: Bool) -> MediaType {
  if prefix.count >= 4 {
    if prefix[0] == 0xFF, prefix[1] == 0xD8, prefix[2] == 0xFF {
      return prefix[3] == 0xF7 ? MediaType("image/jls") : .jpeg
    }
    if prefix[0] == 0x89, prefix.isPNG { return .png }
  }
  guard !prefix.isEmpty else { return .empty }
  return MediaType.archive(prefix)
    ?? MediaType.structuredText(prefix, isWhole: isWhole)
    ?? MediaType.signed(prefix)
    ?? MediaType.structured(prefix)
    ?? MediaType.text(prefix)
    ?? .octetStream
}
