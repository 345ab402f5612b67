package import ByteText

/// Makes local headers of a zip, APPNOTE 4.3.7, which tell nothing of an entry's place in it: so they
/// can be made on any thread, before it is known.
package struct ZipHeaders: Sendable {
  private let date: DOSDate

  init(date: Timestamp) {
    self.date = DOSDate(date)
  }

  /// Appends the header of a stored entry, to be followed by exactly `size` bytes with this CRC-32.
  ///
  /// The name is a relative path with slashes, at most 65,535 bytes.
  package func append(name: ByteString, size: UInt64, crc32: UInt32, to header: inout [UInt8]) {
    append(ZipNewEntry(stored: name, size: size, crc32: crc32), to: &header)
  }

  /// A Zip64 field here holds both sizes, even if one would fit, APPNOTE 4.5.3.
  func append(_ entry: ZipNewEntry, to header: inout [UInt8]) {
    let isLarge = entry.isLarge
    header.append(littleEndian: ZipFormat.Signature.localHeader)
    appendShared(entry, needsZip64: isLarge, to: &header)
    header.append(littleEndian: isLarge ? .max : UInt32(entry.compressedSize))
    header.append(littleEndian: isLarge ? .max : UInt32(entry.size))
    header.append(littleEndian: UInt16(entry.name.count))
    header.append(littleEndian: UInt16(isLarge ? 20 : 0))
    header.append(contentsOf: entry.name.bytes)
    if isLarge { Self.appendZip64Field([entry.size, entry.compressedSize], to: &header) }
  }

  /// Appends what local header and directory have in common: from version needed to checksum.
  func appendShared(_ entry: ZipNewEntry, needsZip64: Bool, to record: inout [UInt8]) {
    let version =
      entry.method == ZipFormat.Method.deflated
      ? ZipFormat.Version.deflated : ZipFormat.Version.stored
    record.append(littleEndian: needsZip64 ? ZipFormat.Version.zip64 : version)
    record.append(littleEndian: entry.isUTF8 ? ZipFormat.Flag.isUTF8 : 0)
    record.append(littleEndian: entry.method)
    record.append(littleEndian: date.time)
    record.append(littleEndian: date.date)
    record.append(littleEndian: entry.crc32)
  }

  static func appendZip64Field(_ numbers: [UInt64], to record: inout [UInt8]) {
    record.append(littleEndian: ZipFormat.Extra.zip64)
    record.append(littleEndian: UInt16(8 * numbers.count))
    for number in numbers { record.append(littleEndian: number) }
  }
}
