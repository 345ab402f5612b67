package import ByteText

/// An entry of a zip archive as its directory describes it.
package struct ZipEntry: Sendable {
  /// The path in the archive, a folder's with a slash at its end; not to be trusted as a path.
  package let name: ByteString
  /// How many bytes the content has by its own account.
  package let size: UInt64
  /// How many bytes it takes up in the archive.
  package let compressedSize: UInt64
  /// The CRC-32 the content should have.
  package let crc32: UInt32
  /// Whether the content is compressed, by deflate.
  package let isDeflated: Bool
  /// File type and permissions as Unix has them; 0 if the archive does not say.
  package let mode: UInt16
  /// Where the entry's local header begins.
  package let headerOffset: UInt64
  /// Where the content begins; nil when it cannot be read, for which there is a fault.
  let contentOffset: UInt64?

  /// Whether the name says that this is a folder.
  package var isFolder: Bool { name.bytes.last == UInt8(ascii: "/") }
}
