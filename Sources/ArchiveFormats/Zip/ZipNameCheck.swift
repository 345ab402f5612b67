internal import ByteText

/// What the names of a zip archive's entries must be for every reader to see the same files.
package enum ZipNameCheck {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Reports names that are unsafe to unpack and names that stand twice.
  static func run(_ entries: ZipEntries, faults: inout FaultList) {
    var needsFolding = false
    for record in entries.records {
      let name = entries.name(of: record)
      if let danger = danger(in: name) {
        let fault = ArchiveFault(
          code: .unsafeName, entry: ByteString(name),
          message: "the name of the entry at byte \(record.headerOffset) \(danger)")
        faults.report(fault)
      }
      needsFolding = needsFolding || isFoldable(name)
    }
    if needsFolding || !isAscending(entries) {
      reportRepeated(entries, &faults)
    } else {
      var tree = ZipNameTree()
      for index in entries.records.indices {
        let name = entries.name(of: entries.records[index])
        report(tree.place(name, isFolder: false, index), among: entries, &faults)
      }
    }
  }

  /// Why a name must not be unpacked, or nil.
  package static func danger(in name: ArraySlice<UInt8>) -> String? {
    guard let first = name.first else { return "is empty" }
    if name.contains(0) { return "holds a NUL" }
    if name.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
    if first == slash { return "is absolute" }
    if name.dropFirst().first == UInt8(ascii: ":"), (0x61...0x7a).contains(first | 0x20) {
      return "begins with a drive"
    }
    let steps = name.split(separator: slash)
    return steps.contains { $0.elementsEqual([dot, dot]) } ? "holds a '..'" : nil
  }

  /// Whether other bytes can name the same file: a trailing slash, `.` or empty components.
  private static func isFoldable(_ name: ArraySlice<UInt8>) -> Bool {
    var before = slash
    for byte in name {
      if before == slash, byte == slash || byte == dot { return true }
      before = byte
    }
    return before == slash
  }

  /// Whether every name is greater than the one before, so that none can stand twice.
  private static func isAscending(_ entries: ZipEntries) -> Bool {
    zip(entries.records, entries.records.dropFirst()).allSatisfy {
      entries.name(of: $0).lexicographicallyPrecedes(entries.name(of: $1))
    }
  }

  /// Compares names as paths, the way they would be unpacked: `a//b/` is `a/b`.
  private static func reportRepeated(_ entries: ZipEntries, _ faults: inout FaultList) {
    let names = entries.records.map { record in
      let steps = ByteString(entries.name(of: record)).components
      return steps.isEmpty ? ByteString() : steps.dropFirst().reduce(steps[0]) { $0.appending($1) }
    }
    let order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    var tree = ZipNameTree()
    for index in order {
      let isFolder = entries.name(of: entries.records[index]).last == slash
      report(
        tree.place(names[index].bytes[...], isFolder: isFolder, index), among: entries, &faults)
    }
    for (earlier, later) in zip(order, order.dropFirst()) where names[earlier] == names[later] {
      let record = entries.records[later]
      faults.report(
        "the entry at byte \(record.headerOffset) has the name of the one at byte "
          + "\(entries.records[earlier].headerOffset)",
        entry: ByteString(entries.name(of: record)))
    }
  }

  /// Says of a file that is a folder, too, that no reader can unpack both.
  private static func report(
    _ clash: ZipNameTree.Clash?, among entries: ZipEntries, _ faults: inout FaultList
  ) {
    guard let clash else { return }
    let (file, inside) = (entries.records[clash.file], entries.records[clash.inside])
    faults.report(
      "the entry at byte \(file.headerOffset) is a file, yet the one at byte "
        + "\(inside.headerOffset) lies in it",
      entry: ByteString(entries.name(of: file)))
  }
}
