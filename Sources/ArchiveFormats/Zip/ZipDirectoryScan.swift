internal import ByteText

/// One reading of a zip archive's directory, entry by entry.
///
/// Memory follows the entries that are there, whatever the end record counts.
struct ZipDirectoryScan {
  private let end: ZipEnd
  private var window: ByteWindow
  private var entries = ZipEntries()

  private static let fileType: UInt16 = 0o170000
  private static let link: UInt16 = 0o120000
  private static let folder: UInt16 = 0o040000
  private static let regular: UInt16 = 0o100000

  private init(_ source: any RandomAccessBytes, end: ZipEnd) {
    self.end = end
    window = ByteWindow(source, capacity: 1 << 17)
  }

  /// The entries as far as the directory can be read, what is wrong with them reported.
  static func entries(
    of source: any RandomAccessBytes, end: ZipEnd, faults: inout FaultList
  ) throws(ArchiveFault) -> ZipEntries {
    var scan = ZipDirectoryScan(source, end: end)
    try scan.run(&faults)
    let count = UInt64(scan.entries.count)
    if count != end.entryCount {
      faults.report("the end record counts \(end.entryCount) entries, the directory has \(count)")
    }
    return scan.entries
  }

  /// Goes from entry to entry until the directory ends or breaks off.
  private mutating func run(_ faults: inout FaultList) throws(ArchiveFault) {
    var place = end.directoryOffset
    while place < end.directoryEnd {
      let rest = end.directoryEnd - place
      let fixedSize = ZipFormat.Size.directoryEntry
      guard rest >= UInt64(fixedSize) else {
        return faults.report("\(rest) bytes at byte \(place) are no directory entry")
      }
      let fields = try window.read(fixedSize, at: place)
      guard fields.span.number(at: 0, as: UInt32.self) == ZipFormat.Signature.directoryEntry else {
        return faults.report("no directory entry at byte \(place), where one should begin")
      }
      let count = [28, 30, 32].reduce(fixedSize) { sum, field in
        sum + Int(fields.span.number(at: field, as: UInt16.self))
      }
      guard UInt64(count) <= rest else {
        return faults.report("the directory entry at byte \(place) is cut off")
      }
      take(try window.read(count, at: place), at: place, &faults)
      place += UInt64(count)
    }
  }

  /// Judges one whole entry and keeps it, whatever is wrong with it.
  private mutating func take(
    _ bytes: ArraySlice<UInt8>, at place: UInt64, _ faults: inout FaultList
  ) {
    let fields = bytes.span
    let nameCount = fields.number(at: 28, as: UInt16.self)
    let extraCount = fields.number(at: 30, as: UInt16.self)
    let variable = bytes.dropFirst(ZipFormat.Size.directoryEntry)
    let name = variable.prefix(Int(nameCount))
    var record = ZipRecord(
      size: UInt64(fields.number(at: 24, as: UInt32.self)),
      compressedSize: UInt64(fields.number(at: 20, as: UInt32.self)),
      headerOffset: UInt64(fields.number(at: 42, as: UInt32.self)),
      crc32: fields.number(at: 16, as: UInt32.self),
      nameCount: nameCount,
      version: fields.number(at: 6, as: UInt16.self),
      flags: fields.number(at: 8, as: UInt16.self),
      method: fields.number(at: 10, as: UInt16.self),
      time: fields.number(at: 12, as: UInt16.self),
      date: fields.number(at: 14, as: UInt16.self),
      mode: fields.number(at: 40, as: UInt16.self))
    var wrongs: [String] = []
    if var extra = ZipExtraFields(variable.dropFirst(Int(nameCount)).prefix(Int(extraCount))) {
      if !record.resolve(with: &extra) { wrongs.append("lacks zip64 numbers") }
      if extra.renames(name) { wrongs.append("bears a second name") }
    } else {
      wrongs.append("has malformed extra fields")
    }
    let disk = fields.number(at: 34, as: UInt16.self)
    if disk != 0, disk != ZipFormat.saturated16 { wrongs.append("lies on another disk") }
    let unreadable = Self.obstacles(record)
    record.isReadable = unreadable.isEmpty
    wrongs += unreadable + Self.oddities(record, isFolder: name.last == UInt8(ascii: "/"))
    for wrong in wrongs {
      faults.report("the entry at byte \(place) \(wrong)", entry: ByteString(name))
    }
    entries.append(record, name: name)
  }

  /// What keeps an entry's content from being read.
  private static func obstacles(_ record: ZipRecord) -> [String] {
    var wrongs: [String] = []
    if record.has(
      ZipFormat.Flag.encrypted | ZipFormat.Flag.stronglyEncrypted | ZipFormat.Flag.maskedHeader)
    {
      wrongs.append("is encrypted")
    }
    if record.has(ZipFormat.Flag.isPatch) { wrongs.append("is a patch of another file") }
    switch record.method {
    case ZipFormat.Method.stored:
      if record.size != record.compressedSize {
        wrongs.append("is stored, yet \(record.compressedSize) bytes stand for \(record.size)")
      }
    case ZipFormat.Method.deflated:
      break
    default:
      wrongs.append("is compressed by method \(record.method), neither stored nor deflate")
    }
    return wrongs
  }

  /// What an entry is that no file or folder should be.
  private static func oddities(_ record: ZipRecord, isFolder: Bool) -> [String] {
    let type = record.mode & fileType
    if type == link { return ["is a link"] }
    if type == folder, !isFolder { return ["is a folder by its mode, a file by its name"] }
    if type == regular, isFolder { return ["is a file by its mode, a folder by its name"] }
    if type != 0, type != folder, type != regular { return ["is neither file nor folder"] }
    return isFolder && record.size > 0 ? ["is a folder with content"] : []
  }
}
