internal import ByteText
internal import System

/// Which images that the catalog calls removed, or that lie nowhere, a search finds.
enum FormerImages {
  case none
  /// Those that the catalog calls removed and whose files are there, as a killed run or someone's `cp`
  /// left them; and those that it holds and that lie nowhere.
  case present
  /// All of which the catalog still knows.
  case all
}

/// Finds the images that a selection means, each in the class where it lies now.
///
/// The catalog says what is known of an image, the tree where it lies: a search is asked once for each
/// class that an image is in. What the catalog lacks it does not find. Between finding and changing
/// others may move images; ``settled(_:in:)`` asks again then.
struct ImageFinder {
  private let dataset: Dataset
  private let selection: ImageSelection
  private let requester: Requester
  private let former: FormerImages
  /// The class that what is found is moved to.
  private let target: ByteString?

  /// - Parameter target: the class that what is found is moved to, if it is: what lies there by now and
  ///   is recorded elsewhere is found as recorded, too, as a run that was killed had found it.
  init(
    _ dataset: Dataset, _ selection: ImageSelection, by requester: Requester,
    former: FormerImages = .none, movingTo target: ByteString? = nil
  ) {
    self.target = target
    self.dataset = dataset
    self.selection = selection
    self.requester = requester
    self.former = former
  }

  /// The images that are meant, a search's in the catalog's order.
  ///
  /// A search finds what the contributor may see: private images of others are left out, and counted,
  /// unless force is asked for.
  ///
  /// - Throws: also EINTR at a signal, as nothing is changed yet.
  func requests() throws -> (requests: [ImageRequest], leftOut: Int) {
    let query: SearchQuery
    switch selection {
    case .named(let requests): return (requests, 0)
    case .found(let asked): query = asked
    }
    let file = try CatalogFile(dataset.catalogPath)
    let index = try CatalogIndex(file, endsAtSignals: true)
    let tree = PlaceList(try places())
    var requests: [ImageRequest] = []
    var leftOut = 0
    try file.mapRecords(in: former == .none ? index : index.recallingRemoved) { block in
      var found: [(place: ImagePlace, isLeftOut: Bool)] = []
      _ = block.read { record in
        let lain = tree.numbers(of: record.facts.id).map { tree.all[$0] }
        let isLive = index.entries[record.facts.id] != nil
        for place in fitting(query, record, lying: lain, isLive: isLive) {
          found.append((place, isHidden(record)))
        }
      }
      return found
    } consume: { found in
      try Interrupt.check()
      leftOut += found.count(where: \.isLeftOut)
      requests += found.filter { !$0.isLeftOut }.map { ImageRequest($0.place) }
    }
    return (requests, leftOut)
  }

  /// What has become of an image that a search found, to be asked under the catalog's lock.
  ///
  /// - Returns: the same while it lies where it was found; if not, where the search finds it now, and
  ///   nothing if it does not.
  func settled(_ request: ImageRequest, in index: CatalogIndex) throws -> [ImageRequest] {
    guard let place = request.place, case .found(let query) = selection else { return [request] }
    let tree = try ClassTree(dataset)
    if try Files.exists(tree.path(of: place, in: place.className)) { return [request] }
    let live = index.entries[place.id]
    guard let entry = former == .none ? live : live ?? index.entries.lastKnown(place.id) else {
      return []
    }
    var record: ImageRecord?
    let file = try CatalogFile(dataset.catalogPath)
    _ = try RecordBlock(file.shared.file, [entry], of: index).read { record = $0 }
    guard let record, !isHidden(record) else { return [] }
    let lain = try tree.holders(of: record.place).map {
      ImagePlace(className: $0, id: place.id, format: record.facts.format)
    }
    if lain.isEmpty { return former == .none ? [] : [request] }
    return fitting(query, record, lying: lain, isLive: live != nil).map { ImageRequest($0) }
  }

  /// The places at which a query fits an image.
  ///
  /// - Parameters:
  ///   - places: where files under its id lie.
  ///   - isLive: whether the catalog does not call it removed.
  private func fitting(
    _ query: SearchQuery, _ record: ImageRecord, lying places: [ImagePlace], isLive: Bool
  ) -> [ImagePlace] {
    var places = places.filter { $0.format == record.facts.format }
    // One that is being moved may be met nowhere: it is looked for again before it is changed.
    if places.isEmpty, isLive || former == .all { places = [record.place] }
    return places.filter { place in
      var here = record
      here.className = place.className
      return query.fits(here) || place.className == target && isLive && query.fits(record)
    }
  }

  private func isHidden(_ record: ImageRecord) -> Bool {
    record.visibility == .private && record.by != requester.contributor && !requester.isForced
  }

  /// Every image that lies under its id; of folders that are gone or may not be listed none.
  private func places() throws -> [ImagePlace] {
    var places: [ImagePlace] = []
    for name in try dataset.classNames() {
      do throws(SystemError) {
        for entry in try FolderListing(of: dataset.path.appending(name)) {
          try Interrupt.check()
          if let place = ImagePlace(className: name, fileName: entry.name) { places.append(place) }
        }
      } catch {
        guard error.isMissing || error.isForbidden else { throw error }
      }
    }
    return places
  }
}
