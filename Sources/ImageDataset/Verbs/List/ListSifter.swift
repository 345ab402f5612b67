internal import ByteText
internal import System

/// Finds among a catalog's images those that fit and that the contributor may see.
struct ListSifter: Sendable {
  let index: CatalogIndex
  private let file: SharedFile
  /// Nil where all fit and the index alone says how they are sorted.
  private let sieve: LineSieve?
  /// The number of the contributor whose private images are looked at.
  private let own: Int32?

  /// Some images that fit, in the catalog's order.
  struct Found: Sendable {
    var entries: [CatalogIndex.Entry] = []
    /// Private images of others, whether they fit or not.
    var leftOut = 0
    /// Where lines begin whose facts make no sense, and why they do not.
    var faults: [(offset: Int, message: String)] = []
  }

  /// - Parameter sieve: the one that the index was folded with.
  init(
    _ index: CatalogIndex, _ file: CatalogFile, _ sieve: LineSieve?, for contributor: ByteString
  ) {
    self.index = index
    self.file = file.shared
    self.sieve = sieve
    own = index.number(of: contributor)
  }

  /// Whether an image is public or the contributor's own.
  func sees(_ entry: CatalogIndex.Entry) -> Bool {
    entry.visibility == .public || entry.owner == own
  }

  /// What fits of some images that stand one behind the other in the catalog.
  ///
  /// Only images that later lines changed are read again.
  func sift(_ entries: ArraySlice<CatalogIndex.Entry>) throws(SystemError) -> Found {
    var found = Found()
    found.entries.reserveCapacity(entries.count)
    var unsettled: [CatalogIndex.Entry] = []
    for entry in entries {
      if !sees(entry) {
        found.leftOut += 1
      } else if sieve == nil || entry.stands {
        if sieve == nil || entry.fits { found.entries.append(entry) }
      } else {
        found.entries.append(entry)
        unsettled.append(entry)
      }
    }
    if let sieve, !unsettled.isEmpty { try settle(&found, unsettled, sieve) }
    return found
  }

  /// Asks again of images that later lines changed, and drops those of them that do not fit.
  private func settle(
    _ found: inout Found, _ unsettled: [CatalogIndex.Entry], _ sieve: LineSieve
  ) throws(SystemError) {
    var settled: [CatalogIndex.Entry] = []
    var rest = unsettled[...]
    while !rest.isEmpty {
      let block = rest.prefix(RecordBlock.length(of: rest))
      rest = rest[block.endIndex...]
      let sifted = try RecordBlock(file.file, block, of: index).sift(by: sieve)
      settled += sifted.entries
      found.faults += sifted.faults
    }
    var next = settled[...]
    found.entries = found.entries.compactMap { entry in
      guard !entry.stands else { return entry }
      guard next.first?.id == entry.id, let entry = next.popFirst() else { return nil }
      return entry.fits ? entry : nil
    }
  }
}
