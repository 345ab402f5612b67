package import ByteText

/// The bytes of a zip archive, one entry after another; it knows no files.
///
/// What it gives depends on names, contents and date alone. Every entry is a regular file of mode
/// 0644 with its size and checksum in the local header (no data descriptors), UTF-8 names are
/// flagged as such (bit 11), and Zip64 stands exactly where a number needs it: sizes and offsets
/// from 4 GiB − 1, counts from 65,535. The caller sees to the order and uniqueness of names. Held
/// in memory is the directory alone, 46 bytes and the name for each entry.
package struct ZipWriter: Sendable {
  /// How many bytes the archive has so far, content of the entry last begun included.
  package private(set) var offset: UInt64 = 0
  /// How many entries have been begun.
  package private(set) var entryCount: UInt64 = 0

  private var directory: [UInt8] = []
  /// What makes the local headers; another thread may use a copy.
  package let headers: ZipHeaders

  /// Made by Unix, which gives the upper half of the external attributes its meaning, and by
  /// version 4.5 of the format.
  private static let madeBy: UInt16 = 3 << 8 | ZipFormat.Version.zip64
  private static let regularFile: UInt32 = 0o100644 << 16

  /// Begins an archive whose entries all bear one date, brought into 1980–2107.
  package init(date: Timestamp = Timestamp(year: 1980, month: 1, day: 1)) {
    headers = ZipHeaders(date: date)
  }

  /// The header of a stored entry, to be followed by exactly `size` bytes with this CRC-32.
  ///
  /// The name is a relative path with slashes, at most 65,535 bytes.
  package mutating func beginEntry(name: ByteString, size: UInt64, crc32: UInt32) -> [UInt8] {
    var header: [UInt8] = []
    begin(ZipNewEntry(stored: name, size: size, crc32: crc32), &header)
    return header
  }

  /// Takes note of a stored entry that comes next, its header made by ``headers``.
  package mutating func noteEntry(name: ByteString, size: UInt64, crc32: UInt32) {
    note(ZipNewEntry(stored: name, size: size, crc32: crc32))
  }

  /// The header and content of an entry, deflated if that makes it shorter.
  ///
  /// The name is a relative path with slashes, at most 65,535 bytes.
  package mutating func deflatedEntry(name: ByteString, data: [UInt8]) -> [UInt8] {
    entry(name: name, ZipContent(data))
  }

  /// The header and content of an entry that was compressed before.
  package mutating func entry(name: ByteString, _ content: ZipContent) -> [UInt8] {
    var bytes: [UInt8] = []
    begin(ZipNewEntry(name, content), &bytes)
    return bytes + content.bytes
  }

  /// The directory and the end records that close the archive; nothing may follow.
  package mutating func finish() -> [UInt8] {
    let size = UInt64(directory.count)
    var closing: [UInt8] = []
    swap(&closing, &directory)
    if entryCount >= ZipFormat.saturated16 || size >= ZipFormat.saturated32
      || offset >= ZipFormat.saturated32
    {
      appendZip64End(to: &closing, directorySize: size)
    }
    closing.append(littleEndian: ZipFormat.Signature.end)
    closing.append(littleEndian: UInt32(0))
    closing.append(littleEndian: UInt16(clamping: entryCount))
    closing.append(littleEndian: UInt16(clamping: entryCount))
    closing.append(littleEndian: UInt32(clamping: size))
    closing.append(littleEndian: UInt32(clamping: offset))
    closing.append(littleEndian: UInt16(0))
    return closing
  }

  private mutating func begin(_ entry: ZipNewEntry, _ header: inout [UInt8]) {
    headers.append(entry, to: &header)
    note(entry)
  }

  /// Records an entry in the directory and moves on by header and content.
  private mutating func note(_ entry: ZipNewEntry) {
    appendDirectoryEntry(of: entry)
    entryCount += 1
    offset += UInt64(entry.headerSize) + entry.compressedSize
  }

  /// A Zip64 field here holds only the numbers that need it, APPNOTE 4.5.3.
  private mutating func appendDirectoryEntry(of entry: ZipNewEntry) {
    let isLarge = max(entry.size, entry.compressedSize, offset) >= ZipFormat.saturated32
    let numbers = isLarge ? [entry.size, entry.compressedSize, offset] : []
    let large = numbers.filter { $0 >= ZipFormat.saturated32 }
    directory.append(littleEndian: ZipFormat.Signature.directoryEntry)
    directory.append(littleEndian: Self.madeBy)
    headers.appendShared(entry, needsZip64: !large.isEmpty, to: &directory)
    directory.append(littleEndian: UInt32(clamping: entry.compressedSize))
    directory.append(littleEndian: UInt32(clamping: entry.size))
    directory.append(littleEndian: UInt16(entry.name.count))
    directory.append(littleEndian: UInt16(large.isEmpty ? 0 : 4 + 8 * large.count))
    directory.append(littleEndian: UInt16(0))
    directory.append(littleEndian: UInt32(0))
    directory.append(littleEndian: Self.regularFile)
    directory.append(littleEndian: UInt32(clamping: offset))
    directory.append(contentsOf: entry.name.bytes)
    if !large.isEmpty { ZipHeaders.appendZip64Field(large, to: &directory) }
  }

  /// Appends the Zip64 end record and its locator, APPNOTE 4.3.14 and 4.3.15.
  private func appendZip64End(to closing: inout [UInt8], directorySize: UInt64) {
    closing.append(littleEndian: ZipFormat.Signature.zip64End)
    closing.append(littleEndian: UInt64(ZipFormat.Size.zip64End - 12))
    closing.append(littleEndian: Self.madeBy)
    closing.append(littleEndian: ZipFormat.Version.zip64)
    closing.append(littleEndian: UInt64(0))
    closing.append(littleEndian: entryCount)
    closing.append(littleEndian: entryCount)
    closing.append(littleEndian: directorySize)
    closing.append(littleEndian: offset)
    closing.append(littleEndian: ZipFormat.Signature.zip64Locator)
    closing.append(littleEndian: UInt32(0))
    closing.append(littleEndian: offset + directorySize)
    closing.append(littleEndian: UInt32(1))
  }
}
