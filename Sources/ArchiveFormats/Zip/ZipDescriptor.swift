/// The record that follows an entry's content when its sizes were not known before, APPNOTE 4.3.9.
enum ZipDescriptor {
  /// Whether the bytes are the entry's descriptor, with or without signature, sizes in 32 or 64 bits.
  static func isSound(_ bytes: ArraySlice<UInt8>, of record: ZipRecord) -> Bool {
    var expected: [UInt8] = []
    if bytes.count == 16 || bytes.count == 24 {
      expected.append(littleEndian: ZipFormat.Signature.dataDescriptor)
    }
    expected.append(littleEndian: record.crc32)
    if bytes.count >= 20 {
      expected.append(littleEndian: record.compressedSize)
      expected.append(littleEndian: record.size)
    } else {
      expected.append(littleEndian: UInt32(truncatingIfNeeded: record.compressedSize))
      expected.append(littleEndian: UInt32(truncatingIfNeeded: record.size))
    }
    return bytes.elementsEqual(expected)
  }
}
