/// The Zip64 end record, APPNOTE 4.3.14 and 4.3.15.
extension ZipEnd {
  /// Takes over what a Zip64 end record says, if there is one, and compares it with the plain one.
  mutating func readZip64(
    _ record: ArraySlice<UInt8>, in source: any RandomAccessBytes, faults: inout FaultList
  ) throws(ArchiveFault) {
    let locatorSize = UInt64(ZipFormat.Size.zip64Locator)
    guard start >= locatorSize else { return }
    let locatorStart = start - locatorSize
    var window = ByteWindow(source, capacity: ZipFormat.Size.zip64End)
    let locator = try window.read(Int(locatorSize), at: locatorStart)
    guard locator.span.number(at: 0, as: UInt32.self) == ZipFormat.Signature.zip64Locator else {
      return
    }
    if locator.span.number(at: 4, as: UInt32.self) != 0
      || locator.span.number(at: 16, as: UInt32.self) > 1
    {
      faults.report("the zip64 locator at byte \(locatorStart) is of an archive of several disks")
    }
    let place = locator.span.number(at: 8, as: UInt64.self)
    let recordSize = UInt64(ZipFormat.Size.zip64End)
    guard locatorStart >= recordSize, place <= locatorStart - recordSize else {
      faults.report("the zip64 locator at byte \(locatorStart) points outside, to byte \(place)")
      return
    }
    let fields = try window.read(Int(recordSize), at: place)
    guard fields.span.number(at: 0, as: UInt32.self) == ZipFormat.Signature.zip64End,
      fields.span.number(at: 4, as: UInt64.self) == locatorStart - place - 12
    else {
      faults.report("no zip64 end record at byte \(place), where the locator points")
      return
    }
    takeOver(fields.span, at: place, faults: &faults)
    if !agrees(with: record.span) {
      faults.report("the end records at bytes \(place) and \(start) differ")
    }
    start = place
  }

  private mutating func takeOver(
    _ fields: Span<UInt8>, at place: UInt64, faults: inout FaultList
  ) {
    entryCount = fields.number(at: 32, as: UInt64.self)
    directorySize = fields.number(at: 40, as: UInt64.self)
    directoryOffset = fields.number(at: 48, as: UInt64.self)
    if fields.number(at: 16, as: UInt64.self) != 0
      || fields.number(at: 24, as: UInt64.self) != entryCount
    {
      faults.report("the zip64 end record at byte \(place) is of an archive of several disks")
    }
  }

  /// Whether every number of the plain end record is the Zip64 record's or says "see there".
  private func agrees(with plain: Span<UInt8>) -> Bool {
    let count = plain.number(at: 10, as: UInt16.self)
    let size = plain.number(at: 12, as: UInt32.self)
    let offset = plain.number(at: 16, as: UInt32.self)
    return (count == ZipFormat.saturated16 || UInt64(count) == entryCount)
      && (size == ZipFormat.saturated32 || UInt64(size) == directorySize)
      && (offset == ZipFormat.saturated32 || UInt64(offset) == directoryOffset)
  }
}
