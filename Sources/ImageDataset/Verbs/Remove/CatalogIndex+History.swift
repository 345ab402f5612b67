internal import ByteText
internal import ImageCodec
internal import System

extension CatalogIndex {
  /// Where images lay, or lie, that an argument names and that the catalog has heard of.
  ///
  /// - Returns: no place for an argument that names an image of the dataset that is not known.
  func everKnown(
    by argument: ByteString, in dataset: Dataset
  ) throws(SystemError) -> [ImagePlace?] {
    if argument.bytes.contains(UInt8(ascii: "/")) {
      let place = try dataset.formerPlace(at: argument)
      return place.map { [entries.lastKnown($0.id) == nil ? nil : $0] } ?? []
    }
    guard ImageLocator.isPrefix(argument) else { return [] }
    if let id = ImageID(argument) {
      return entries.lastKnown(id).map { [place(of: $0)] } ?? []
    }
    return entries.everKnown.filter { $0.id.text.hasPrefix(argument) }.map { place(of: $0) }
  }

  private func place(of entry: Entry) -> ImagePlace? {
    entry.format.map {
      ImagePlace(className: className(of: entry), id: entry.id, format: $0)
    }
  }
}

/// Where images lay once, and other files under their ids.
struct FormerPlaces {
  /// The classes from which images were moved or removed, one by one.
  fileprivate(set) var classes: [ImageID: Set<ByteString>] = [:]
  /// Files of another format than the image of their id that were removed.
  fileprivate(set) var others: Set<ImagePlace> = []
}

extension CatalogFile {
  /// What all lines of the catalog tell of where images no longer lie.
  func formerPlaces() throws -> FormerPlaces {
    var former = FormerPlaces()
    _ = try forEachLine { line, _ in
      guard CatalogLine.quickHead(line) == nil else { return }
      switch (try? CatalogRecord(line: line))?.change {
      case .labelled(let id, _, let from?, _): former.classes[id, default: []].insert(from)
      case .removed(let id, let className, nil):
        former.classes[id, default: []].insert(className)
      case .removed(let id, let className, let format?):
        former.others.insert(ImagePlace(className: className, id: id, format: format))
      default: return
      }
    }
    return former
  }
}

extension Dataset {
  /// The place that a path says, whatever is there; nil for a path that leads elsewhere.
  func formerPlace(at path: ByteString) throws(SystemError) -> ImagePlace? {
    for candidate in try readings(of: path) {
      let folder = candidate.parent
      guard try Self.resolved(folder.parent) == resolvedPath,
        let place = ImagePlace(
          className: folder.lastComponent, fileName: candidate.lastComponent)
      else { continue }
      return place
    }
    return nil
  }
}

extension ImageLocator {
  /// Whether an argument may be an id or the beginning of one.
  static func isPrefix(_ argument: ByteString) -> Bool {
    guard argument.count >= shortestPrefix, argument.count <= 16 else { return false }
    return Hexadecimal.number(argument.bytes, as: UInt64.self) != nil
  }
}
