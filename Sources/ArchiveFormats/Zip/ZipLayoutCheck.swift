internal import ByteText

/// One passage over the local headers of a zip archive, in the order they lie in the file.
///
/// It compares each with the directory and sees that entries, one after another, account for every
/// byte before the directory. Of entries that overlap the first is read and the others are not, so
/// that nothing is inflated twice (Fifield, "A better zip bomb", WOOT 2019).
struct ZipLayoutCheck {
  private let end: UInt64
  private var window: ByteWindow
  /// Up to where the bytes are accounted for.
  private var covered: UInt64 = 0
  /// The entry that ends there.
  private var last: Int?
  /// Whether an entry whose extent is unknown keeps gaps from being judged.
  private var isUnsure = false

  /// Checks all entries and notes where their contents begin and which cannot be read.
  static func run(
    _ entries: inout ZipEntries, of source: any RandomAccessBytes, directoryOffset: UInt64,
    faults: inout FaultList
  ) throws(ArchiveFault) {
    var check = ZipLayoutCheck(
      end: min(directoryOffset, source.count), window: ByteWindow(source, capacity: 4_096))
    for index in order(of: entries.records) {
      try check.take(index, of: &entries, &faults)
    }
    try check.closeGap(to: check.end, entries, &faults)
  }

  private init(end: UInt64, window: ByteWindow) {
    self.end = end
    self.window = window
  }

  /// The entries' indices in the order of their headers; almost always the directory's own.
  private static func order(of records: [ZipRecord]) -> [Int] {
    let indices = Array(records.indices)
    let isOrdered = zip(records, records.dropFirst()).allSatisfy {
      $0.headerOffset <= $1.headerOffset
    }
    return isOrdered
      ? indices
      : indices.sorted {
        (records[$0].headerOffset, $0) < (records[$1].headerOffset, $1)
      }
  }

  /// Places one entry behind those before it; it stays unreadable unless its extent is sure.
  private mutating func take(
    _ index: Int, of entries: inout ZipEntries, _ faults: inout FaultList
  ) throws(ArchiveFault) {
    let record = entries.records[index]
    let name = entries.name(of: record)
    let place = record.headerOffset
    let wasReadable = record.isReadable
    entries.records[index].isReadable = false
    guard place >= covered else {
      return faults.report(
        "the entry at byte \(place) overlaps the one before, which ends at byte \(covered)",
        entry: ByteString(name))
    }
    try closeGap(to: min(place, end), entries, &faults)
    isUnsure = true
    guard let header = try ZipLocalHeader.read(at: place, before: end, window: &window) else {
      return faults.report("no local header at byte \(place)", entry: ByteString(name))
    }
    let differences = header.differences(from: record, name: name)
    if !differences.isEmpty {
      faults.report(
        "the local header at byte \(place) differs from the directory in "
          + differences.joined(separator: ", "), entry: ByteString(name))
    }
    let start = place + UInt64(header.count)
    guard record.compressedSize <= end - start else {
      return faults.report(
        "the content at byte \(start) of \(record.compressedSize) bytes runs into the directory",
        entry: ByteString(name))
    }
    entries.records[index].contentOffset = start
    entries.records[index].isReadable = wasReadable
    covered = start + record.compressedSize
    last = index
    isUnsure = false
  }

  /// Accounts for the bytes between the last entry and `place`: nothing, or its data descriptor.
  private mutating func closeGap(
    to place: UInt64, _ entries: ZipEntries, _ faults: inout FaultList
  ) throws(ArchiveFault) {
    defer { covered = max(covered, place) }
    guard !isUnsure, place >= covered else { return }
    let count = place - covered
    guard let last, entries.records[last].has(ZipFormat.Flag.hasDescriptor) else {
      if count > 0 { faults.report("\(count) bytes at byte \(covered) belong to no entry") }
      return
    }
    let record = entries.records[last]
    let bytes = count <= 24 ? try window.read(Int(count), at: covered) : []
    if !ZipDescriptor.isSound(bytes, of: record) {
      faults.report(
        "the \(count) bytes at byte \(covered) are not the data descriptor of the entry before",
        entry: ByteString(entries.name(of: record)))
    }
  }
}
