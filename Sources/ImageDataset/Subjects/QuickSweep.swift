internal import ByteText
internal import System

/// Looks without reading a byte whether files are what the catalog says, many at a time, on any thread.
struct QuickSweep: Sendable {
  let index: CatalogIndex

  /// Some files of a class folder that was listed.
  struct Stretch: Sendable {
    let className: ByteString
    let folder: FolderPath
    let listing: FolderListing
    let range: Range<Int>
  }

  /// What was found of them.
  struct Outcome: Sendable {
    let className: ByteString
    /// Those that are recorded in this class, with this ending and of this size.
    var passed: [ImagePlace] = []
    /// All others, to be looked at one by one.
    var rest: [FolderEntry] = []
  }

  func look(at stretch: Stretch) -> Outcome {
    var outcome = Outcome(className: stretch.className)
    let number = index.number(of: stretch.className)
    let entries = stretch.range.map { stretch.listing[$0] }
    let places = entries.map { entry in
      entry.kind == .regular
        ? ImagePlace(className: stretch.className, fileName: entry.name) : nil
    }
    let none = ImageID(number: 0)
    let records = index.entries.found(places.map { $0?.id ?? none })
    for (entry, (place, record)) in zip(entries, zip(places, records)) {
      if let place, let record, record.className == number, record.format == place.format,
        record.size > 0, let status = try? stretch.folder.status(of: entry.name),
        status.kind == .regular, status.size == Int(record.size)
      {
        outcome.passed.append(place)
      } else {
        outcome.rest.append(entry)
      }
    }
    return outcome
  }
}
