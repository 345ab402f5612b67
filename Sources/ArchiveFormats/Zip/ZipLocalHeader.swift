/// The header that stands before an entry's content, APPNOTE 4.3.7.
struct ZipLocalHeader {
  /// How many bytes it takes up, name and extra fields included.
  let count: Int
  private let fields: ArraySlice<UInt8>
  private let name: ArraySlice<UInt8>
  private let extra: ArraySlice<UInt8>

  /// The header at a place, or nil if none lies there and ends before `limit`.
  static func read(
    at place: UInt64, before limit: UInt64, window: inout ByteWindow
  ) throws(ArchiveFault) -> ZipLocalHeader? {
    let fixedSize = ZipFormat.Size.localHeader
    guard place <= limit, limit - place >= UInt64(fixedSize) else { return nil }
    let fields = try window.read(fixedSize, at: place)
    let nameCount = Int(fields.span.number(at: 26, as: UInt16.self))
    let extraCount = Int(fields.span.number(at: 28, as: UInt16.self))
    let count = fixedSize + nameCount + extraCount
    guard fields.span.number(at: 0, as: UInt32.self) == ZipFormat.Signature.localHeader,
      limit - place >= UInt64(count)
    else { return nil }
    let variable = try window.read(count, at: place).dropFirst(fixedSize)
    return ZipLocalHeader(
      count: count, fields: fields, name: variable.prefix(nameCount),
      extra: variable.dropFirst(nameCount))
  }

  /// The names of the fields in which it differs from what the directory says.
  ///
  /// With a data descriptor, sizes and checksum may be zero here, since they were not known yet.
  /// The version may differ where one of the two needs Zip64 and the other does not.
  func differences(from record: ZipRecord, name expected: ArraySlice<UInt8>) -> [String] {
    var fields: [String] = []
    func compare(_ field: String, _ isEqual: Bool) {
      if !isEqual { fields.append(field) }
    }
    let isLater = record.has(ZipFormat.Flag.hasDescriptor)
    let version: UInt16 = number(at: 4)
    compare(
      "version",
      version == record.version || max(version, record.version) == ZipFormat.Version.zip64)
    compare("flags", number(at: 6) == record.flags)
    compare("method", number(at: 8) == record.method)
    compare("time", number(at: 10) == record.time && number(at: 12) == record.date)
    let checksum: UInt32 = number(at: 14)
    compare("checksum", checksum == record.crc32 || isLater && checksum == 0)
    compare("name", name == expected)
    guard var extra = ZipExtraFields(extra) else { return fields + ["extra fields"] }
    compare("second name", !extra.renames(name))
    let size = extra.resolve(number(at: 22))
    let compressedSize = extra.resolve(number(at: 18))
    compare("size", size == record.size || isLater && size == 0)
    compare(
      "compressed size",
      compressedSize == record.compressedSize || isLater && compressedSize == 0)
    return fields
  }

  private func number<Number: FixedWidthInteger & UnsignedInteger>(at place: Int) -> Number {
    fields.span.number(at: place, as: Number.self)
  }
}
