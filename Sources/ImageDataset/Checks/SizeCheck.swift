internal import ByteText
internal import System

/// Asks whether every file is as long as the image that was added, without reading it.
struct SizeCheck: Sendable {
  let dataset: Dataset
  private static let stretch = 1_024

  /// What has another size than the catalog says, sorted by file.
  ///
  /// - Parameter entries: the images to ask of, class by class.
  func findings(
    _ index: CatalogIndex, _ entries: [CatalogIndex.Entry], in file: CatalogFile
  ) throws -> [Finding] {
    var findings: [Finding] = []
    var rest = entries.filter { $0.size > 0 && $0.format != nil }[...]
    try mapInOrder(
      jobs: rest.count > Self.stretch ? Processors.count : 1, window: 32,
      next: { () throws -> ArraySlice<CatalogIndex.Entry>? in
        guard let className = rest.first?.className else { return nil }
        let stretch = rest.prefix(Self.stretch).prefix { $0.className == className }
        rest = rest[stretch.endIndex...]
        return stretch
      },
      work: { entries -> Result<[Finding], SystemError> in
        do throws(SystemError) {
          return .success(try compare(entries, of: index))
        } catch {
          return .failure(error)
        }
      },
      consume: { findings += try $0.get() })
    // Of few images the index does not know the size.
    let others = entries.filter { $0.size == 0 || $0.format == nil }
    try file.mapRecords(in: index, others.sorted { $0.offset < $1.offset }) { block in
      var sizes: [(place: ImagePlace, bytes: Int)] = []
      block.readSizes { sizes.append(($0, $1)) }
      return sizes
    } consume: { sizes in
      for (place, bytes) in sizes {
        let size = try Self.size { () throws(SystemError) in
          try Files.status(dataset.path.appending(place.file))
        }
        findings += Self.finding(place, size, bytes)
      }
    }
    return findings.sorted { $0.file < $1.file }
  }

  /// Compares images of one class, whose folder is opened for all of them.
  private func compare(
    _ entries: ArraySlice<CatalogIndex.Entry>, of index: CatalogIndex
  ) throws(SystemError) -> [Finding] {
    guard let first = entries.first else { return [] }
    let className = index.className(of: first)
    let folder: FolderPath
    do {
      folder = try FolderPath(dataset.path.appending(className))
    } catch {
      if error.isMissing || error.isForbidden { return [] }
      throw error
    }
    var found: [Finding] = []
    for entry in entries {
      guard let format = entry.format else { continue }
      let place = ImagePlace(className: className, id: entry.id, format: format)
      let size = try Self.size { () throws(SystemError) in
        try folder.status(of: place.fileName)
      }
      found += Self.finding(place, size, Int(entry.size))
    }
    return found
  }

  /// The size of a file; nil for one that is not there or not to be seen, of which others tell.
  private static func size(
    _ status: () throws(SystemError) -> FileStatus
  ) throws(SystemError) -> Int? {
    do {
      return try status().size
    } catch {
      if error.isMissing || error.isForbidden { return nil }
      throw error
    }
  }

  private static func finding(_ place: ImagePlace, _ size: Int?, _ bytes: Int) -> [Finding] {
    guard let size, size != bytes else { return [] }
    return [Finding(.changed, place.file, "it is \(size) bytes long, \(bytes) were added")]
  }
}
