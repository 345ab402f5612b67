internal import ByteText
internal import System

/// Which images that the catalog calls removed a search finds.
enum FormerImages {
  case none
  /// Those whose files are there: a killed run recorded their removal, or someone put them back.
  case present
  /// All of which the catalog still knows.
  case all
}

extension Dataset {
  /// The images that a selection means.
  ///
  /// A search finds what `list` would show the contributor: private images of others are left out, and
  /// counted, unless force is asked for.
  ///
  /// - Parameter former: whether images that the catalog calls removed count, too.
  func requests(
    of selection: ImageSelection, by requester: Requester, former: FormerImages = .none
  ) throws -> (requests: [ImageRequest], leftOut: Int) {
    switch selection {
    case .named(let requests):
      return (requests, 0)
    case .found(let query):
      var requests: [ImageRequest] = []
      var leftOut = 0
      let file = try CatalogFile(catalogPath)
      let index = try CatalogIndex(file)
      try file.forEachRecord(in: former == .none ? index : index.recallingRemoved) { record in
        guard query.fits(record) else { return }
        if former == .present, index.entries[record.facts.id] == nil {
          guard try Files.exists(path.appending(record.place.file)) else { return }
        }
        if record.visibility == .private, record.by != requester.contributor, !requester.isForced {
          leftOut += 1
        } else {
          requests.append(ImageRequest(record.place))
        }
      } fault: { _ in
      }
      return (requests, leftOut)
    }
  }
}
