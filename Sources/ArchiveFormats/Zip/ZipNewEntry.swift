internal import ByteText

/// What the headers of an entry that is written tell of it.
struct ZipNewEntry {
  let name: ByteString
  let isUTF8: Bool
  let size: UInt64
  let compressedSize: UInt64
  let crc32: UInt32
  let method: UInt16

  /// An entry whose content stands in the archive as it is.
  init(stored name: ByteString, size: UInt64, crc32: UInt32) {
    self.init(name, size: size, compressedSize: size, crc32: crc32, ZipFormat.Method.stored)
  }

  init(_ name: ByteString, _ content: ZipContent) {
    self.init(
      name, size: UInt64(content.size), compressedSize: UInt64(content.bytes.count),
      crc32: content.crc32,
      content.isDeflated ? ZipFormat.Method.deflated : ZipFormat.Method.stored)
  }

  private init(
    _ name: ByteString, size: UInt64, compressedSize: UInt64, crc32: UInt32, _ method: UInt16
  ) {
    precondition(name.count <= Int(UInt16.max), "a zip entry's name has 65,535 bytes at most")
    (self.name, isUTF8) = (name, name.isUTF8)
    (self.size, self.compressedSize) = (size, compressedSize)
    (self.crc32, self.method) = (crc32, method)
  }

  /// Whether a size does not fit the local header's own field.
  var isLarge: Bool { max(size, compressedSize) >= ZipFormat.saturated32 }

  /// How many bytes the local header takes up.
  var headerSize: Int { ZipFormat.Size.localHeader + name.count + (isLarge ? 20 : 0) }
}
