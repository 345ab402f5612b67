/// Where a zip archive's directory lies, by its end records.
struct ZipEnd {
  /// How many entries the archive claims to have; not to be trusted with memory.
  var entryCount: UInt64
  var directorySize: UInt64
  var directoryOffset: UInt64
  /// Where the end records begin, Zip64's first if there is one; the directory must end here.
  var start: UInt64

  /// The end of the directory as far as it lies before the end records.
  var directoryEnd: UInt64 {
    let (end, overflows) = directoryOffset.addingReportingOverflow(directorySize)
    return overflows ? start : min(end, start)
  }

  /// Finds the end records and reports what does not fit together; nil if there are none.
  static func find(
    in source: any RandomAccessBytes, faults: inout FaultList
  ) throws(ArchiveFault) -> ZipEnd? {
    let longest = ZipFormat.Size.end + Int(UInt16.max)
    let tailCount = Int(min(source.count, UInt64(longest)))
    let tailStart = source.count - UInt64(tailCount)
    var window = ByteWindow(source, capacity: tailCount)
    let tail = try window.read(tailCount, at: tailStart)
    guard let place = place(in: tail) else {
      faults.report("no end record in the last \(tailCount) bytes: truncated, or no zip")
      return nil
    }
    let start = tailStart + UInt64(place)
    let record = tail.dropFirst(place)
    var end = ZipEnd(record, start: start, faults: &faults)
    let surplus = record.count - ZipFormat.Size.end - Int(commentCount(of: record))
    if surplus > 0, !isTapePadding(record.suffix(surplus)) {
      faults.report("\(surplus) bytes follow the end record at byte \(start)")
    } else if surplus < 0 {
      faults.report("the comment of the end record at byte \(start) is cut off")
    }
    try end.readZip64(record, in: source, faults: &faults)
    let (sum, overflows) = end.directoryOffset.addingReportingOverflow(end.directorySize)
    if overflows || sum != end.start {
      faults.report(
        "the end record puts \(end.directorySize) bytes of directory at byte "
          + "\(end.directoryOffset), which do not end where the end records begin, at byte "
          + "\(end.start)")
    }
    return end
  }

  private init(_ record: ArraySlice<UInt8>, start: UInt64, faults: inout FaultList) {
    let fields = record.span
    self.start = start
    entryCount = UInt64(fields.number(at: 10, as: UInt16.self))
    directorySize = UInt64(fields.number(at: 12, as: UInt32.self))
    directoryOffset = UInt64(fields.number(at: 16, as: UInt32.self))
    let disks = [fields.number(at: 4, as: UInt16.self), fields.number(at: 6, as: UInt16.self)]
    if disks.contains(where: { $0 != 0 && $0 != ZipFormat.saturated16 })
      || fields.number(at: 8, as: UInt16.self) != fields.number(at: 10, as: UInt16.self)
    {
      faults.report("the end record at byte \(start) is of an archive of several disks")
    }
  }

  /// The place of the last end record, one that ends with the bytes before any other.
  private static func place(in tail: ArraySlice<UInt8>) -> Int? {
    var other: Int?
    for place in stride(from: tail.count - ZipFormat.Size.end, through: 0, by: -1) {
      guard tail[tail.startIndex + place] == UInt8(ascii: "P"),
        tail.span.number(at: place, as: UInt32.self) == ZipFormat.Signature.end
      else { continue }
      let rest = tail.dropFirst(place)
      if ZipFormat.Size.end + Int(commentCount(of: rest)) == rest.count { return place }
      if other == nil { other = place }
    }
    return other
  }

  /// Whether bytes are the zeros with which bsdtar fills its last block when it writes to a pipe.
  private static func isTapePadding(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < 20 * 512 && bytes.allSatisfy { $0 == 0 }
  }

  private static func commentCount(of record: ArraySlice<UInt8>) -> UInt16 {
    record.span.number(at: 20, as: UInt16.self)
  }
}
