internal import ByteText

/// The entries of a zip archive in the order of its directory.
///
/// Names lie in one buffer and an entry is put together when it is asked for, so that a directory
/// in memory is hardly larger than in the archive.
package struct ZipEntries: RandomAccessCollection, Sendable {
  var records: [ZipRecord] = []
  private var names: [UInt8] = []

  package var startIndex: Int { 0 }
  package var endIndex: Int { records.count }

  package subscript(index: Int) -> ZipEntry {
    let record = records[index]
    return ZipEntry(
      name: ByteString(name(of: record)), size: record.size,
      compressedSize: record.compressedSize, crc32: record.crc32,
      isDeflated: record.method == ZipFormat.Method.deflated, mode: record.mode,
      headerOffset: record.headerOffset,
      contentOffset: record.isReadable ? record.contentOffset : nil)
  }

  /// The name of an entry, without copying it.
  func name(of record: ZipRecord) -> ArraySlice<UInt8> {
    names[record.nameStart..<record.nameStart + Int(record.nameCount)]
  }

  /// Adds an entry behind the others.
  mutating func append(_ record: ZipRecord, name: ArraySlice<UInt8>) {
    var record = record
    record.nameStart = names.count
    names.append(contentsOf: name)
    records.append(record)
  }
}
