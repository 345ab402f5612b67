internal import ByteText
internal import ImageCodec

/// Asks of each image, while the catalog is folded, whether a query fits it, and by what it is sorted.
///
/// Says of lines that are read quickly what ``SearchQuery/fits(_:)`` says of their records, without
/// making these; so most lines are read once. Every stretch has a copy of its own, which remembers what
/// it found of names.
struct LineSieve: Sendable {
  private let query: SearchQuery
  private let measure: LineMeasure?
  private var groups: [[LineTerm]]

  init(_ query: SearchQuery, _ measure: LineMeasure? = nil) {
    self.query = query
    self.measure = measure
    groups = query.groups.map { $0.map { LineTerm($0) } }
  }

  /// Notes in an entry what is found of its line.
  ///
  /// - Parameter numbers: those that the entry's class and owner are numbered by.
  mutating func sift(
    _ entry: inout CatalogIndex.Entry, _ facts: QuickFacts, of line: Span<UInt8>,
    _ numbers: NameNumbers
  ) {
    entry.stands = true
    entry.fits = fits(entry, facts, line, numbers)
    if let measure { entry.key = measure.key(of: facts, line) }
  }

  /// The same of a line that was read whole, or of what an image is after all lines.
  func sift(_ entry: inout CatalogIndex.Entry, _ record: ImageRecord) {
    entry.stands = true
    entry.fits = query.fits(record)
    if let measure { entry.key = measure.key(of: record) }
  }

  private mutating func fits(
    _ entry: CatalogIndex.Entry, _ facts: QuickFacts, _ line: Span<UInt8>,
    _ numbers: NameNumbers
  ) -> Bool {
    for group in groups.indices {
      var fits = false
      for term in groups[group].indices where !fits {
        fits = groups[group][term].fits(entry, facts, of: line, numbers)
      }
      guard fits else { return false }
    }
    return true
  }
}
