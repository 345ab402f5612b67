/// A zip archive as its directory describes it, and everything that is wrong with that.
///
/// Opening reads the end records, the directory and every local header, and compares them until
/// each byte outside the contents is accounted for; contents are checked by reading their streams
/// to the end. Nothing is refused as a whole: what can be listed is listed, what can be read can be
/// read, the rest is in `faults`. Stored and deflated entries are read; encryption, links, other
/// methods and archives of several disks are faults. Memory follows the bytes the directory really
/// has, never what a record claims.
package struct ZipReader: Sendable {
  /// The entries in the directory's order; none if no directory was found.
  package let entries: ZipEntries
  /// What is wrong with the archive, contents aside; empty for a sound one.
  package let faults: [ArchiveFault]

  private let source: any RandomAccessBytes

  /// Opens an archive and checks all but its contents.
  package init(_ source: any RandomAccessBytes) {
    self.source = source
    var faults = FaultList()
    var entries = ZipEntries()
    do throws(ArchiveFault) {
      if let end = try ZipEnd.find(in: source, faults: &faults) {
        entries = try ZipDirectoryScan.entries(of: source, end: end, faults: &faults)
        try ZipLayoutCheck.run(
          &entries, of: source, directoryOffset: min(end.directoryOffset, end.start),
          faults: &faults)
      }
    } catch {
      faults.report(error)
    }
    ZipNameCheck.run(entries, faults: &faults)
    self.entries = entries
    self.faults = faults.all
  }

  /// The content of an entry, to be read from its beginning.
  package func stream(_ entry: ZipEntry) -> ZipEntryStream {
    ZipEntryStream(entry, in: source)
  }
}
