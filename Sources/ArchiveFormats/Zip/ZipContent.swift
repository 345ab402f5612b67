/// What an entry holds, deflated at level 3 if that makes it shorter; made on any thread, before the
/// entry has its place.
package struct ZipContent: Sendable {
  /// What stands in the archive.
  let bytes: [UInt8]
  /// How many bytes those stand for.
  let size: Int
  let crc32: UInt32
  let isDeflated: Bool

  package init(_ data: [UInt8]) {
    let stream = Deflate.compressed(data)
    bytes = stream ?? data
    size = data.count
    crc32 = CRC32.of(data.span)
    isDeflated = stream != nil
  }
}
