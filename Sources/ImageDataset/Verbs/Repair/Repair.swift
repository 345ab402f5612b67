package import ByteText
internal import System

/// Puts right in a dataset what can be put right, then verifies it.
///
/// Nothing is deleted: what does not belong is moved to a folder beside the dataset. What the report
/// gives with a ``Finding/remedy`` is mended; everything else is what is left.
///
/// - Throws: ``DatasetError``, also for a path that is no dataset; or what `report` throws.
package func repair(
  _ options: VerifyOptions, contributor: ByteString, progress: (VerifyProgress) -> Void,
  report: (Finding) throws -> Void
) throws -> VerifySummary {
  do {
    var mended = 0
    let (dataset, rebuilt) = try Dataset.rebuilding(options.path, contributor)
    if let rebuilt {
      mended += 1
      try report(rebuilt)
    }
    var survey = try RepairSurvey(dataset)
    try survey.run(options) { progress(.looked($0)) }
    if Interrupt.received == nil {
      var run = try RepairRun(dataset, contributor)
      try run.run(survey.mends, isAllRead: !survey.unread.contains { $0.code == .corrupt })
      mended += run.done.count
      for finding in run.done { try report(finding) }
    }
    var left: Set<ByteString> = []
    var summary = try verify(options, progress: progress) { finding in
      if [.corrupt, .privateUnread].contains(finding.code) { left.insert(finding.file) }
      try report(finding)
    }
    for finding in survey.unread where !left.contains(finding.file) {
      summary.count(finding)
      try report(finding)
    }
    summary.mended = mended
    return summary
  } catch let error as SystemError {
    throw DatasetError.system(error)
  }
}

extension Dataset {
  /// Opens a dataset, with a new catalog if it has lost its own.
  ///
  /// A folder counts as a dataset without its catalog only if its class folders hold images under
  /// their ids and no picture under another name: any other tree is someone's pictures.
  fileprivate static func rebuilding(
    _ path: ByteString, _ contributor: ByteString
  ) throws -> (Dataset, Finding?) {
    guard case .folder = try look(at: path) else { return (try open(path), nil) }
    let dataset = Dataset(path: path, resolvedPath: try Files.resolved(path))
    var named = 0
    var other: ByteString?
    for className in try dataset.classNames() {
      for entry in try FolderListing(of: path.appending(className)) {
        let isImage = ImagePlace(className: className, fileName: entry.name) != nil
        let isPicture = Picture.endings.contains(entry.name.pathExtension.asciiLowercased)
        if isPicture, !isImage { other = className.appending(entry.name) }
        named += isImage ? 1 : 0
      }
    }
    guard named > 0 else { return (try open(path), nil) }
    if let other {
      throw DatasetError.dataset(
        path,
        "it has no catalog and may be someone's pictures, as '\(other.displayed)' lies under no id, "
          + "move that elsewhere and repair again")
    }
    var finding = Finding(.catalog, catalogName, "the catalog was missing")
    finding.remedy =
      "rebuilt from the images; who added them, when and from where is not known"
    try dataset.makeCatalog(contributor)
    return (dataset, finding)
  }

  private func makeCatalog(_ contributor: ByteString) throws {
    let time = Timestamp(seconds: Clocks.now())
    let changes =
      [.dataset(DatasetCard())]
      + (try classNames()).filter {
        ClassName.fault(in: $0) == nil
      }.map { CatalogRecord.Change.classAdded($0) }
    let lines = changes.flatMap {
      CatalogRecord(time: time, by: contributor, change: $0, command: "verify").line
    }
    let catalog = try StagedFile(in: path)
    try catalog.write(lines.span)
    try catalog.flush()
    try catalog.place(at: catalogPath)
    try Files.flushFolder(path)
  }
}
