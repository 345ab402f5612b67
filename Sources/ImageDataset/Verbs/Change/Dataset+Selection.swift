internal import ByteText

extension Dataset {
  /// The images that a selection means.
  ///
  /// A search finds what `list` would show the contributor: private images of others are left out, and
  /// counted, unless `isForced`.
  func requests(
    of selection: ImageSelection, for contributor: ByteString, isForced: Bool
  ) throws -> (requests: [ImageRequest], leftOut: Int) {
    switch selection {
    case .named(let requests):
      return (requests, 0)
    case .found(let query):
      var requests: [ImageRequest] = []
      var leftOut = 0
      let file = try CatalogFile(catalogPath)
      let index = try CatalogIndex(file)
      try file.forEachRecord(in: index) { record in
        guard query.fits(record) else { return }
        if record.visibility == .private, record.by != contributor, !isForced {
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
